-- Adds a signing key. $1 tenant, $2 key id, $3 salt. Result: the key.
INSERT INTO signing_key (tenant_id, key_id, salt) VALUES ($1, $2, $3) RETURNING key_id, salt, recorded_at, revoked_at
