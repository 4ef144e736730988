-- Net revenue by month and currency. $1 tenant, $2 bounds of the months (timestamptz, ascending, one more than months)
SELECT width_bucket(occurred_at, $2::timestamptz[]) AS month, currency, sum(amount)::text AS amount
FROM customer_order
WHERE tenant_id = $1 AND occurred_at < ($2::timestamptz[])[cardinality($2::timestamptz[])]
GROUP BY month, currency
