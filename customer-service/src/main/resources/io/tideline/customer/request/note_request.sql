-- Notes a mutation under its key. $1 tenant, $2 subject, $3 operation, $4 key, $5 SHA-256 of the input. Returns a row where the key is new; a twin under way
-- is waited for.
INSERT INTO request (tenant_id, subject, operation, idempotency_key, fingerprint)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT DO NOTHING
RETURNING recorded_at
