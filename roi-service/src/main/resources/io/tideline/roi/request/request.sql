-- $1 tenant, $2 subject, $3 operation, $4 key
SELECT fingerprint, accepted, duplicates FROM request WHERE tenant_id = $1 AND subject = $2 AND operation = $3 AND idempotency_key = $4
