-- The customers of funnel_swell.sql, of eight markets.
-- ? tenant   ? first of all these customers   ? last of all these customers   ? first customer   ? last customer
INSERT INTO customer (tenant_id, customer_id, external_id, market, placeholder)
SELECT ?,
    (lpad(to_hex((customer - first_one) * 4294967295 / (last_one - first_one + 1)), 8, '0') || substr(md5('bench' || customer), 9))::uuid,
    'bench-funnel-' || customer, (ARRAY['DE', 'FR', 'US', 'CN', 'JP', 'BR', 'IN', 'GB'])[1 + customer % 8], false
FROM (SELECT ?::bigint AS first_one, ?::bigint AS last_one) AS given
CROSS JOIN generate_series(?::bigint, ?::bigint) AS customer
