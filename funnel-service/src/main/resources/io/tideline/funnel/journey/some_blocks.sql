-- $1 tenant   $2 first customers of the blocks
-- result: first_customer, customers, moments, dimensions, latest_seq, in order
SELECT first_customer, customers, moments, dimensions, latest_seq
FROM journey_block
WHERE tenant_id = $1 AND first_customer = ANY ($2::uuid[])
ORDER BY first_customer
