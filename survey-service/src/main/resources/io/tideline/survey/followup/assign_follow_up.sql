-- Gives a follow-up to an agent and to the agent's team, where one is known. $1 tenant, $2 its id, $3 agent, $4 who does.
UPDATE follow_up SET
    agent_id = $3,
    team_id = coalesce((SELECT team_id FROM label WHERE tenant_id = $1 AND kind = 'AGENT' AND label_id = $3), follow_up.team_id),
    assigned_by = $4,
    assigned_at = now()
WHERE tenant_id = $1 AND response_id = $2 AND agent_id IS DISTINCT FROM $3
