-- Takes a key for this request. $1 tenant, $2 operation, $3 key, $4 fingerprint of the input. No row where the key was used before.
INSERT INTO request (tenant_id, operation, idempotency_key, fingerprint) VALUES ($1, $2, $3, $4)
ON CONFLICT (tenant_id, operation, idempotency_key) DO NOTHING
RETURNING idempotency_key
