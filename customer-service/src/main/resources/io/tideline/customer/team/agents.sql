-- Agents by name. $1 tenant, $2 only this team or null, $3 only this agent or null.
SELECT agent_id, external_id, coalesce(name, external_id) AS name, team_id
FROM agent
WHERE tenant_id = $1
  AND ($2::uuid IS NULL OR team_id = $2)
  AND ($3::uuid IS NULL OR agent_id = $3)
ORDER BY lower(coalesce(name, external_id)), external_id
