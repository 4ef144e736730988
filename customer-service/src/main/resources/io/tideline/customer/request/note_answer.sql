-- Keeps the answer to a mutation. $1 tenant, $2 operation, $3 key, $4 the user errors as JSON.
UPDATE request
SET errors = $4
WHERE tenant_id = $1
  AND operation = $2
  AND idempotency_key = $3
