-- Customers and those whom they are merged into. $1 tenant, $2 customers. Result: rows {customer_id}.
SELECT unnest($2::uuid[]) AS customer_id
UNION
SELECT to_id FROM customer_alias WHERE tenant_id = $1 AND from_id = ANY ($2)
