-- Appends orders and refunds; one with a known id changes nothing. $1 tenant, then arrays, one element an order: $2 ids, $3 external ids, $4 customers, $5 instants,
-- $6 amounts (negative for refunds), $7 currencies, $8 campaigns, $9 refund or not, $10 orders taken back. Returns the ids that were new.
INSERT INTO customer_order (tenant_id, order_id, external_id, customer_id, occurred_at, amount, currency, campaign_id, refund, refund_of)
SELECT $1, order_id, external_id, customer_id, occurred_at, amount, currency, campaign_id, refund, refund_of
FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::timestamptz[], $6::numeric[], $7::text[], $8::uuid[], $9::boolean[], $10::uuid[])
     AS sent (order_id, external_id, customer_id, occurred_at, amount, currency, campaign_id, refund, refund_of)
ORDER BY order_id
ON CONFLICT (tenant_id, order_id) DO NOTHING
RETURNING order_id
