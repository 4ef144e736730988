-- $1 tenant, $2 subject, $3 operation, $4 key, $5 accepted, $6 duplicates
UPDATE request SET accepted = $5, duplicates = $6 WHERE tenant_id = $1 AND subject = $2 AND operation = $3 AND idempotency_key = $4
