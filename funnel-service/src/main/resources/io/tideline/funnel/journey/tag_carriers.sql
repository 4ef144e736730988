-- Customers who carry any of some tags at an instant.
-- $1 tenant   $2 tags   $3 instant
-- result: customers, 16 bytes each, or null
SELECT string_agg(uuid_send(customer_id), ''::bytea) AS customers
FROM tag_interval
WHERE tenant_id = $1 AND tag = ANY ($2::text[]) AND during @> $3::timestamptz
