-- Revokes a signing key; one that is revoked keeps the time it was revoked at. $1 tenant, $2 key id. Result: the key, no row where there is none.
UPDATE signing_key SET revoked_at = coalesce(revoked_at, now())
WHERE tenant_id = $1 AND key_id = $2
RETURNING key_id, salt, recorded_at, revoked_at
