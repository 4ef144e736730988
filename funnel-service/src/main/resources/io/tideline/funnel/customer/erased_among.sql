-- Which of these customers were erased.
-- $1 tenant   $2 customers
-- result: customer_id
SELECT named.customer_id
FROM erasure_salt
CROSS JOIN unnest($2::uuid[]) AS named (customer_id)
JOIN erased_customer ON erased_customer.tenant_id = $1
    AND erased_customer.digest = sha256(uuid_send(erasure_salt.salt) || uuid_send(named.customer_id))
WHERE erasure_salt.tenant_id = $1
