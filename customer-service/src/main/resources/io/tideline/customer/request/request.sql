-- A mutation sent before. $1 tenant, $2 subject, $3 operation, $4 key, $5 SHA-256 of the input now sent. Returns whether the inputs are the same, and the
-- answer.
SELECT fingerprint = $5 AS same_input, errors
FROM request
WHERE tenant_id = $1
  AND subject = $2
  AND operation = $3
  AND idempotency_key = $4
