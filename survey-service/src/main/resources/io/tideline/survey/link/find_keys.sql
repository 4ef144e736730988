-- Signing keys, newest first. $1 tenant.
SELECT key_id, salt, recorded_at, revoked_at FROM signing_key WHERE tenant_id = $1 ORDER BY recorded_at DESC, key_id
