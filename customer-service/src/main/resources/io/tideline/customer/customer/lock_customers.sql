-- Customers by id, each locked until the transaction ends, in the order of their ids so that two writers never wait for each other. $1 tenant, $2 ids.
-- Returns the customer that each was merged into, if any.
SELECT customer_id, external_id, merged_into
FROM customer
WHERE tenant_id = $1
  AND customer_id = ANY ($2)
ORDER BY customer_id
FOR UPDATE
