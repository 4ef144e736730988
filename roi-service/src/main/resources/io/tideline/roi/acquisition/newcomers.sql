-- Customers won and what they and campaigns brought. $1 to $12 segment, $13 bounds of the buckets, $14 dimension or null, $15 now.
-- A customer is won in the bucket of the first order, by the campaign which that order names, else by the one that reached the customer.
-- Rows: WON (customers: won within the segment, counted: won at all, amount: seconds from first order to the end of the period or now, of those in the segment),
-- VALUE (by currency: amount: net amount until now of those won, seen: the part within the period; customers: orders within the period),
-- REVENUE (by currency: amount: net amount in the bucket of orders that a campaign is credited with).
-- A window marks the orders of a person with the first of them: a join of orders with orders is quadratic where the statistics know nothing of an import yet.
WITH seen AS (
    SELECT customer_id FROM segment_customer($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
), entry AS (
    SELECT c.person_id, c.customer_id IN (SELECT customer_id FROM seen) AND ($12::uuid[] IS NULL OR coalesce(o.campaign_id, taken_back.campaign_id, p.campaign_id) = ANY ($12::uuid[])) AS counts,
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
    LEFT JOIN customer_order taken_back ON taken_back.tenant_id = $1 AND taken_back.order_id = o.refund_of
    WHERE o.tenant_id = $1
), marked AS (
    SELECT entry.*, row_number() OVER own AS place, NOT first_value(refund) OVER own AS bought, first_value(bucket) OVER own AS won_bucket,
           first_value(group_key) OVER own AS won_group, first_value(campaign_id) OVER own AS won_campaign, first_value(counts) OVER own AS won_counts
    FROM entry
    WINDOW own AS (PARTITION BY person_id ORDER BY refund, occurred_at, order_id)
), newcomer AS (
    SELECT * FROM marked WHERE bought AND won_bucket BETWEEN 1 AND cardinality($13::timestamptz[]) - 1
), won AS (
    SELECT bucket, group_key, campaign_id, count(*) FILTER (WHERE counts) AS customers, count(*) AS counted,
           coalesce(sum(extract(epoch FROM greatest(
               least(($13::timestamptz[])[cardinality($13::timestamptz[])], $15::timestamptz) - occurred_at, interval '0'))) FILTER (WHERE counts), 0) AS seconds
    FROM newcomer
    WHERE place = 1
    GROUP BY bucket, group_key, campaign_id
), worth AS (
    SELECT won_bucket AS bucket, won_group AS group_key, won_campaign AS campaign_id, currency, sum(amount) AS amount,
           coalesce(sum(amount) FILTER (WHERE bucket < cardinality($13::timestamptz[])), 0) AS seen,
           count(*) FILTER (WHERE bucket < cardinality($13::timestamptz[]) AND NOT refund) AS orders
    FROM newcomer
    WHERE won_counts
    GROUP BY won_bucket, won_group, won_campaign, currency
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
