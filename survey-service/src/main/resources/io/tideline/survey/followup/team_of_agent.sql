-- Whether there is an agent. $1 tenant, $2 agent, $3 team it must be in (null: any). One row {team_id} or none.
SELECT team_id
FROM label
WHERE tenant_id = $1 AND kind = 'AGENT' AND label_id = $2 AND ($3::uuid IS NULL OR coalesce(team_id = $3, false))
