-- Counts answers by agent, type and score: the agent named in the answer, else the one who looked after the customer at the time.
-- $1 tenant, $2 start, $3 end (half-open), $4 team and $5 agent the caller is confined to. Each customer's latest answer of the organisation
-- counts, whoever asks, so that agents add up to their team. Result: rows {agent_id (the nil uuid: nobody), type, score, answers}, in the order of the
-- groups of count_answers.sql.
WITH latest AS (
    SELECT DISTINCT ON (r.type, coalesce(c.customer_id, alias.to_id, r.customer_id, r.response_id))
           CASE WHEN r.agent_id IS NOT NULL THEN r.agent_id WHEN care.customer_id IS NULL THEN c.agent_id ELSE care.agent_id END AS agent_id,
           CASE WHEN r.agent_id IS NOT NULL THEN coalesce(member.team_id, rated.team_id, c.team_id)
                WHEN care.customer_id IS NULL THEN c.team_id ELSE care.team_id END AS team_id,
           r.type, r.score
    FROM response r
    LEFT JOIN customer_alias alias ON alias.tenant_id = $1 AND alias.from_id = r.customer_id
    LEFT JOIN customer c ON c.tenant_id = $1 AND c.customer_id = coalesce(alias.to_id, r.customer_id)
    LEFT JOIN former_care care ON care.tenant_id = $1 AND care.customer_id = c.customer_id AND r.answered_at >= care.since AND r.answered_at < care.until
    LEFT JOIN label rated ON rated.tenant_id = $1 AND rated.kind = 'AGENT' AND rated.label_id = r.agent_id
    LEFT JOIN former_membership member ON member.tenant_id = $1 AND member.agent_id = r.agent_id
        AND r.answered_at >= member.since AND r.answered_at < member.until
    WHERE r.tenant_id = $1 AND r.answered_at >= $2 AND r.answered_at < $3 AND r.score IS NOT NULL
    ORDER BY r.type, coalesce(c.customer_id, alias.to_id, r.customer_id, r.response_id), r.answered_at DESC, r.response_id DESC
)
SELECT coalesce(agent_id, '00000000-0000-0000-0000-000000000000') AS agent_id, type, score, count(*) AS answers
FROM latest
WHERE ($4::uuid IS NULL OR team_id = $4)
  AND ($5::uuid IS NULL OR agent_id = $5)
GROUP BY agent_id, type, score
ORDER BY agent_id NULLS FIRST, type, score
