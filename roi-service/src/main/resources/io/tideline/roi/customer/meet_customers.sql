-- Makes room for customers that an order names before anybody described them. $1 tenant, $2 ids, $3 external ids. Returns those not known before.
INSERT INTO customer (tenant_id, customer_id, person_id, external_id)
SELECT $1, customer_id, customer_id, external_id
FROM unnest($2::uuid[], $3::text[]) AS named (customer_id, external_id)
ORDER BY customer_id
ON CONFLICT (tenant_id, customer_id) DO NOTHING
RETURNING external_id
