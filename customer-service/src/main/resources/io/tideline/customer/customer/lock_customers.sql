-- Customers by id, each locked until the transaction ends, in the order of their ids so that two writers never wait for each other. $1 tenant, $2 ids.
-- Returns the customer that each was merged into, if any. Joined, not compared with = ANY, which looks through all ids for each row.
SELECT customer.customer_id, customer.external_id, customer.merged_into
FROM unnest($2::uuid[]) AS asked (id)
JOIN customer ON customer.tenant_id = $1 AND customer.customer_id = asked.id
ORDER BY customer.customer_id
FOR UPDATE OF customer
