-- Customers won and what they and campaigns brought. $1 to $12 segment, $13 bounds of the buckets, $14 dimension or null, $15 now.
-- A customer is won in the bucket of the first order, by the campaign which that order names, else by the one that reached the customer.
-- Rows: WON (customers: won within the segment, counted: won at all, amount: seconds from first order to the end of the period or now, of those in the segment),
-- VALUE (by currency: amount: net amount until now of those won, seen: the part within the period; customers: orders within the period),
-- REVENUE (by currency: amount: net amount in the bucket of orders that a campaign is credited with).
WITH seen AS (
    SELECT customer_id FROM segment_customer($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
), entry AS (
    SELECT c.person_id, s.customer_id IS NOT NULL AND ($12::uuid[] IS NULL OR coalesce(o.campaign_id, taken_back.campaign_id, p.campaign_id) = ANY ($12::uuid[])) AS counts,
           o.order_id, o.occurred_at, o.amount, o.currency, o.refund, coalesce(o.campaign_id, taken_back.campaign_id, p.campaign_id) AS campaign_id,
           width_bucket(o.occurred_at, $13::timestamptz[]) AS bucket,
           coalesce(CASE $14::text
               WHEN 'MARKET' THEN p.market
               WHEN 'LANGUAGE' THEN p.language
               WHEN 'SOURCE' THEN p.source
               WHEN 'CAMPAIGN' THEN coalesce(o.campaign_id, taken_back.campaign_id, p.campaign_id)::text
               WHEN 'CHANNEL_ACCOUNT' THEN p.channel_account_id::text
               WHEN 'TEAM' THEN p.team_id::text
               WHEN 'AGENT' THEN p.agent_id::text
           END, '') AS group_key
    FROM customer_order o
    JOIN customer c ON c.tenant_id = $1 AND c.customer_id = o.customer_id
    JOIN customer p ON p.tenant_id = $1 AND p.customer_id = c.person_id
    LEFT JOIN seen s ON s.customer_id = c.customer_id
    LEFT JOIN customer_order taken_back ON taken_back.tenant_id = $1 AND taken_back.order_id = o.refund_of
    WHERE o.tenant_id = $1
), newcomer AS (
    SELECT * FROM (
        SELECT DISTINCT ON (person_id) person_id, bucket, group_key, campaign_id, counts, occurred_at
        FROM entry
        WHERE NOT refund
        ORDER BY person_id, occurred_at, order_id
    ) AS first_order
    WHERE bucket BETWEEN 1 AND cardinality($13::timestamptz[]) - 1
), won AS (
    SELECT bucket, group_key, campaign_id, count(*) FILTER (WHERE counts) AS customers, count(*) AS counted,
           coalesce(sum(extract(epoch FROM greatest(
               least(($13::timestamptz[])[cardinality($13::timestamptz[])], $15::timestamptz) - occurred_at, interval '0'))) FILTER (WHERE counts), 0) AS seconds
    FROM newcomer
    GROUP BY bucket, group_key, campaign_id
), worth AS (
    SELECT n.bucket, n.group_key, n.campaign_id, e.currency, sum(e.amount) AS amount,
           coalesce(sum(e.amount) FILTER (WHERE e.bucket < cardinality($13::timestamptz[])), 0) AS seen,
           count(*) FILTER (WHERE e.bucket < cardinality($13::timestamptz[]) AND NOT e.refund) AS orders
    FROM newcomer n
    JOIN entry e ON e.person_id = n.person_id
    WHERE n.counts
    GROUP BY n.bucket, n.group_key, n.campaign_id, e.currency
), credited AS (
    SELECT bucket, group_key, campaign_id, currency, sum(amount) AS amount
    FROM entry
    WHERE counts AND campaign_id IS NOT NULL AND bucket BETWEEN 1 AND cardinality($13::timestamptz[]) - 1
    GROUP BY bucket, group_key, campaign_id, currency
)
SELECT 'WON' AS kind, bucket, group_key, campaign_id, NULL::text AS currency, customers, counted, seconds::text AS amount, NULL::text AS seen FROM won
UNION ALL
SELECT 'VALUE', bucket, group_key, campaign_id, currency, orders, 0, amount::text, seen::text FROM worth
UNION ALL
SELECT 'REVENUE', bucket, group_key, campaign_id, currency, 0, 0, amount::text, NULL FROM credited
