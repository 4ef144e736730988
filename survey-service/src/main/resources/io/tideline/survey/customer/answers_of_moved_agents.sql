-- Answers that name an agent who goes to another team, and that may count for it or whose copies may; to be asked before it is taken over. An agent of no known team takes
-- all answers along. $1 tenant, then arrays with one element a change: $2 agents, $3 instants, $4 teams from then on. Result: rows {response_id}.
WITH moved AS (
    SELECT told.agent_id, min(CASE WHEN known.team_id IS NULL THEN '-infinity' ELSE told.at END) AS at
    FROM unnest($2::uuid[], $3::timestamptz[], $4::uuid[]) AS told (agent_id, at, team_id)
    LEFT JOIN label known ON known.tenant_id = $1 AND known.kind = 'AGENT' AND known.label_id = told.agent_id
    WHERE known.team_id IS DISTINCT FROM told.team_id
    GROUP BY told.agent_id
)
SELECT r.response_id
FROM moved
JOIN response r ON r.tenant_id = $1 AND r.agent_id = moved.agent_id
WHERE r.answered_at >= moved.at
   OR EXISTS (
       SELECT FROM delivery_event d
       WHERE d.tenant_id = $1 AND d.survey_id = r.survey_id AND d.response_key = r.response_key AND d.occurred_at >= moved.at)
