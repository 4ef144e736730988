-- Keeps the answer to a mutation. $1 tenant, $2 subject, $3 operation, $4 key, $5 the user errors as JSON.
UPDATE request
SET errors = $5
WHERE tenant_id = $1
  AND subject = $2
  AND operation = $3
  AND idempotency_key = $4
