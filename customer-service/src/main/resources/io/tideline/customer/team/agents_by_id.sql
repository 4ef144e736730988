-- Agents by their ids. $1 tenant, $2 ids.
SELECT agent_id, external_id, coalesce(name, external_id) AS name, team_id
FROM agent
WHERE tenant_id = $1
  AND agent_id = ANY ($2)
