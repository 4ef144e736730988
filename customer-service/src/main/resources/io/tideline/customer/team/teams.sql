-- All teams of an organisation by name. $1 tenant.
SELECT team_id, external_id, coalesce(name, external_id) AS name
FROM team
WHERE tenant_id = $1
ORDER BY lower(coalesce(name, external_id)), external_id
