-- What an answer changed, where it is of a customer that the caller sees or counts for the caller's team or agent. $1 tenant, $2 response id, $3 team
-- and $4 agent the caller is confined to. Result: one row {survey_id, customer_id: the one that stands for it, null where the caller does not see it},
-- or none.
SELECT answer.survey_id, CASE WHEN seen THEN answer.customer_id END AS customer_id
FROM (
    SELECT r.survey_id, coalesce(c.customer_id, alias.to_id, r.customer_id) AS customer_id,
           ($3::uuid IS NULL OR coalesce(c.team_id = $3, false)) AND ($4::uuid IS NULL OR coalesce(c.agent_id = $4, false)) AS seen,
           CASE WHEN r.agent_id IS NOT NULL THEN coalesce(member.team_id, rated.team_id, c.team_id)
                WHEN care.customer_id IS NULL THEN c.team_id ELSE care.team_id END AS team_id,
           CASE WHEN r.agent_id IS NOT NULL THEN r.agent_id WHEN care.customer_id IS NULL THEN c.agent_id ELSE care.agent_id END AS agent_id
    FROM response r
    LEFT JOIN customer_alias alias ON alias.tenant_id = $1 AND alias.from_id = r.customer_id
    LEFT JOIN customer c ON c.tenant_id = $1 AND c.customer_id = coalesce(alias.to_id, r.customer_id)
    LEFT JOIN former_care care ON care.tenant_id = $1 AND care.customer_id = c.customer_id AND r.answered_at >= care.since AND r.answered_at < care.until
    LEFT JOIN label rated ON rated.tenant_id = $1 AND rated.kind = 'AGENT' AND rated.label_id = r.agent_id
    LEFT JOIN former_membership member ON member.tenant_id = $1 AND member.agent_id = r.agent_id
        AND r.answered_at >= member.since AND r.answered_at < member.until
    WHERE r.tenant_id = $1 AND r.response_id = $2
) AS answer
WHERE seen OR (($3::uuid IS NULL OR team_id = $3) AND ($4::uuid IS NULL OR agent_id = $4))
