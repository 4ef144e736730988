-- A mutation sent before. $1 tenant, $2 operation, $3 key, $4 SHA-256 of the input now sent. Returns whether the inputs are the same, and the answer.
SELECT fingerprint = $4 AS same_input, errors
FROM request
WHERE tenant_id = $1
  AND operation = $2
  AND idempotency_key = $3
