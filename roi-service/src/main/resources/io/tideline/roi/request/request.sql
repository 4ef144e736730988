-- $1 tenant, $2 operation, $3 key
SELECT fingerprint, accepted, duplicates FROM request WHERE tenant_id = $1 AND operation = $2 AND idempotency_key = $3
