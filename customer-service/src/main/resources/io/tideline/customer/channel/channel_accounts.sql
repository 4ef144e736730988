-- All channel accounts of an organisation by name. $1 tenant, $2 only these ids or null.
SELECT channel_account_id, external_id, coalesce(name, external_id) AS name, platform, market
FROM channel_account
WHERE tenant_id = $1
  AND ($2::uuid[] IS NULL OR channel_account_id = ANY ($2))
ORDER BY lower(coalesce(name, external_id)), external_id
