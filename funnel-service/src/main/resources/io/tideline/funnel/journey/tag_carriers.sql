-- Which of some customers carry any of some tags at an instant.
-- $1 tenant   $2 tags   $3 instant   $4 first customer   $5 customer before whom they stand, or null   $6 the only ones, or null
-- result: customers, 16 bytes each, or null
SELECT string_agg(uuid_send(customer_id), ''::bytea) AS customers
FROM tag_interval
WHERE tenant_id = $1 AND tag = ANY ($2::text[]) AND during @> $3::timestamptz
    AND customer_id >= $4::uuid AND ($5::uuid IS NULL OR customer_id < $5::uuid)
    AND ($6::uuid[] IS NULL OR customer_id = ANY ($6::uuid[]))
