-- Notes customers that facts speak of and returns those that were not known yet. $1 tenant, $2 ids, $3 external ids; each id once.
INSERT INTO customer (tenant_id, customer_id, external_id)
SELECT $1, customer_id, external_id FROM unnest($2::uuid[], $3::text[]) AS met (customer_id, external_id)
ON CONFLICT (tenant_id, customer_id) DO NOTHING
RETURNING external_id
