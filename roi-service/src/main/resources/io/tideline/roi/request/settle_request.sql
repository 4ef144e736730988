-- $1 tenant, $2 operation, $3 key, $4 accepted, $5 duplicates
UPDATE request SET accepted = $4, duplicates = $5 WHERE tenant_id = $1 AND operation = $2 AND idempotency_key = $3
