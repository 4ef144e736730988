-- Counts answers by agent, type and score for a page of agents: the agent named in the answer, else the one who looks after the customer.
-- $1 tenant, $2 start, $3 end (half-open), $4 agents, $5 team and $6 agent the caller is confined to. Each customer's latest answer counts.
-- Result: rows {agent_id, type, score, answers}.
WITH answer AS (
    SELECT coalesce(r.agent_id, c.agent_id) AS agent_id, coalesce(rated.team_id, c.team_id) AS team_id, r.type, r.score, r.answered_at, r.response_id,
           coalesce(c.customer_id, alias.to_id, r.customer_id, r.response_id) AS person
    FROM response r
    LEFT JOIN customer_alias alias ON alias.tenant_id = $1 AND alias.from_id = r.customer_id
    LEFT JOIN customer c ON c.tenant_id = $1 AND c.customer_id = coalesce(alias.to_id, r.customer_id)
    LEFT JOIN label rated ON rated.tenant_id = $1 AND rated.kind = 'AGENT' AND rated.label_id = r.agent_id
    WHERE r.tenant_id = $1 AND r.answered_at >= $2 AND r.answered_at < $3 AND r.score IS NOT NULL
), latest AS (
    SELECT DISTINCT ON (agent_id, type, person) agent_id, type, score
    FROM answer
    WHERE agent_id = ANY ($4::uuid[])
      AND ($5::uuid IS NULL OR team_id = $5)
      AND ($6::uuid IS NULL OR agent_id = $6)
    ORDER BY agent_id, type, person, answered_at DESC, response_id DESC
)
SELECT agent_id, type, score, count(*) AS answers
FROM latest
GROUP BY agent_id, type, score
ORDER BY agent_id, type, score
