-- Holds a follow-up that the caller sees. $1 tenant, $2 its id, $3 team and $4 agent the caller is confined to. One row {closed_by, outcome} or none.
SELECT closed_by, outcome
FROM follow_up
WHERE tenant_id = $1 AND response_id = $2
  AND ($3::uuid IS NULL OR coalesce(team_id = $3, false)) AND ($4::uuid IS NULL OR coalesce(agent_id = $4, false))
FOR UPDATE
