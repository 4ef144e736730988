-- $1 tenant
-- result: first_customer of every block, in order
SELECT first_customer
FROM journey_block
WHERE tenant_id = $1
ORDER BY first_customer
