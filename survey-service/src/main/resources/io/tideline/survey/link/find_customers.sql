-- The organisation's own ids of customers. $1 tenant, $2 local ids. Result: rows {customer_id, external_id} of those that are known.
SELECT customer_id, external_id FROM customer WHERE tenant_id = $1 AND customer_id = ANY ($2::uuid[])
