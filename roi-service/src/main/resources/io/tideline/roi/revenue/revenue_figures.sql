-- Orders, customers and amounts by time bucket and group; no row where nothing was recorded.
-- $1 tenant, $2 markets, $3 languages, $4 sources, $5 channel accounts, $6 teams, $7 agents, $8 tags, $9 instant of the tags, $10 only team, $11 only agent,
-- $12 campaigns, $13 bounds of the buckets (timestamptz, ascending, one more than buckets), $14 dimension or null.
-- A result row: bucket from 1, group key (text, empty without value), buyers, repeat buyers, new buyers, orders; then arrays by currency: code, net amount (text, exact), orders.
WITH seen AS (
    SELECT * FROM segment_customer($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
), entry AS (
    SELECT s.person_id, o.occurred_at, o.amount, o.currency, o.refund,
           coalesce(o.campaign_id, taken_back.campaign_id, s.campaign_id) AS campaign_id,
           s.market, s.language, s.source, s.channel_account_id, s.team_id, s.agent_id,
           row_number() OVER (PARTITION BY s.person_id, o.refund ORDER BY o.occurred_at, o.order_id) AS nth
    FROM seen s
    JOIN customer_order o ON o.tenant_id = $1 AND o.customer_id = s.customer_id
    LEFT JOIN customer_order taken_back ON taken_back.tenant_id = $1 AND taken_back.order_id = o.refund_of
    WHERE o.occurred_at < ($13::timestamptz[])[cardinality($13::timestamptz[])]
), placed AS (
    SELECT person_id, amount, currency, refund, nth, width_bucket(occurred_at, $13::timestamptz[]) AS bucket,
           coalesce(CASE $14::text
               WHEN 'MARKET' THEN market
               WHEN 'LANGUAGE' THEN language
               WHEN 'SOURCE' THEN source
               WHEN 'CAMPAIGN' THEN campaign_id::text
               WHEN 'CHANNEL_ACCOUNT' THEN channel_account_id::text
               WHEN 'TEAM' THEN team_id::text
               WHEN 'AGENT' THEN agent_id::text
           END, '') AS group_key
    FROM entry
    WHERE occurred_at >= ($13::timestamptz[])[1]
      AND ($12::uuid[] IS NULL OR campaign_id = ANY ($12::uuid[]))
), buyer AS (
    SELECT bucket, group_key, person_id, count(*) AS orders, bool_or(nth = 1) AS new
    FROM placed
    WHERE NOT refund
    GROUP BY bucket, group_key, person_id
), counted AS (
    SELECT bucket, group_key, count(*) AS buyers, count(*) FILTER (WHERE orders > 1) AS repeat_buyers, count(*) FILTER (WHERE new) AS new_buyers,
           sum(orders)::bigint AS orders
    FROM buyer
    GROUP BY bucket, group_key
), in_currency AS (
    SELECT bucket, group_key, currency, sum(amount) AS amount, count(*) FILTER (WHERE NOT refund) AS orders
    FROM placed
    GROUP BY bucket, group_key, currency
), amounts AS (
    SELECT bucket, group_key, array_agg(currency ORDER BY currency) AS currencies, array_agg(amount::text ORDER BY currency) AS amounts,
           array_agg(orders ORDER BY currency) AS order_counts
    FROM in_currency
    GROUP BY bucket, group_key
)
SELECT amounts.bucket, amounts.group_key, coalesce(buyers, 0) AS buyers, coalesce(repeat_buyers, 0) AS repeat_buyers,
       coalesce(new_buyers, 0) AS new_buyers, coalesce(counted.orders, 0) AS orders, currencies, amounts, order_counts
FROM amounts
LEFT JOIN counted ON counted.bucket = amounts.bucket AND counted.group_key = amounts.group_key
ORDER BY amounts.bucket, amounts.group_key
