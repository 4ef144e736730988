-- How customers come back, by time bucket and group.
-- $1 to $12 segment as in revenue_figures.sql, $13 bounds of the buckets, $14 dimension or null, $15 name of the time zone that cuts days.
-- A result row: bucket from 1, group key, gaps: whole days between each purchase day of the bucket and the same customer's purchase day before it;
-- first_days: the day of each customer's first order of the bucket, followed_after: whole days until that customer's next order, -1 where none followed.
WITH seen AS (
    SELECT * FROM segment_customer($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
), purchase AS (
    SELECT s.person_id, o.occurred_at, o.order_id, (o.occurred_at AT TIME ZONE $15::text)::date AS day,
           width_bucket(o.occurred_at, $13::timestamptz[]) AS bucket, coalesce(o.campaign_id, s.campaign_id) AS campaign_id,
           coalesce(CASE $14::text
               WHEN 'MARKET' THEN s.market
               WHEN 'LANGUAGE' THEN s.language
               WHEN 'SOURCE' THEN s.source
               WHEN 'CAMPAIGN' THEN coalesce(o.campaign_id, s.campaign_id)::text
               WHEN 'CHANNEL_ACCOUNT' THEN s.channel_account_id::text
               WHEN 'TEAM' THEN s.team_id::text
               WHEN 'AGENT' THEN s.agent_id::text
           END, '') AS group_key
    FROM seen s
    JOIN customer_order o ON o.tenant_id = $1 AND o.customer_id = s.customer_id
    WHERE NOT o.refund
), stepped AS (
    SELECT bucket, group_key, person_id, day, campaign_id, occurred_at, order_id,
           day - lag(day) OVER in_turn AS since_last, lead(day) OVER in_turn - day AS until_next
    FROM purchase
    WINDOW in_turn AS (PARTITION BY person_id ORDER BY occurred_at, order_id)
), placed AS (
    SELECT *, row_number() OVER (PARTITION BY bucket, group_key, person_id ORDER BY occurred_at, order_id) AS nth
    FROM stepped
    WHERE bucket BETWEEN 1 AND cardinality($13::timestamptz[]) - 1
      AND ($12::uuid[] IS NULL OR campaign_id = ANY ($12::uuid[]))
)
SELECT bucket, group_key, array_agg(since_last) FILTER (WHERE since_last > 0) AS gaps, array_agg(day) FILTER (WHERE nth = 1) AS first_days,
       array_agg(coalesce(until_next, -1)) FILTER (WHERE nth = 1) AS followed_after
FROM placed
GROUP BY bucket, group_key
ORDER BY bucket, group_key
