-- Customers of eight markets.
-- ? tenant   ? first customer   ? last customer
INSERT INTO customer (tenant_id, customer_id, external_id, market, placeholder)
SELECT ?, md5('bench' || customer)::uuid, 'bench-funnel-' || customer,
    (ARRAY['DE', 'FR', 'US', 'CN', 'JP', 'BR', 'IN', 'GB'])[1 + customer % 8], false
FROM generate_series(?::bigint, ?::bigint) AS customer
