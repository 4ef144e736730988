-- Takes a key for this request. $1 tenant, $2 subject, $3 operation, $4 key, $5 fingerprint of the input. No row where the key was used before.
INSERT INTO request (tenant_id, subject, operation, idempotency_key, fingerprint) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (tenant_id, subject, operation, idempotency_key) DO NOTHING
RETURNING idempotency_key
