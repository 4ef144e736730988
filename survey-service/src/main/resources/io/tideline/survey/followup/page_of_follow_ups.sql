-- Follow-ups, those due first. $1 tenant, $2 team and $3 agent the caller is confined to, $4 OPEN or CLOSED (null: either), $5 whether overdue (null: either),
-- $6 and $7 time and id of the one to go on after (null: from the first), $8 most rows, $9 the one wanted (null: any).
-- Result: rows {response_id, customer_id (the nil uuid: not known), agent_id, reason, owner, type, score, comment, answered_at, recorded_at, due_at, overdue,
-- outcome, note, closed_at, closed_by_name, questions, wordings, texts}; the last three are arrays with one element a text question that was answered, or null.
SELECT u.response_id, coalesce(alias.to_id, u.customer_id) AS customer_id, u.agent_id, u.reason,
       CASE WHEN u.agent_id IS NULL AND u.team_id IS NULL THEN 'operations'
            ELSE coalesce(agent.name, agent.external_id, team.name, team.external_id, '') END AS owner, r.type, r.score, r.comment, r.answered_at, u.recorded_at, u.due_at,
       u.closed_at IS NULL AND u.due_at < now() AS overdue, u.outcome, u.note, u.closed_at, u.closed_by_name,
       written.questions, written.wordings, written.texts
FROM follow_up u
JOIN response r ON r.tenant_id = $1 AND r.response_id = u.response_id
LEFT JOIN customer_alias alias ON alias.tenant_id = $1 AND alias.from_id = u.customer_id
LEFT JOIN label agent ON agent.tenant_id = $1 AND agent.kind = 'AGENT' AND agent.label_id = u.agent_id
LEFT JOIN label team ON team.tenant_id = $1 AND team.kind = 'TEAM' AND team.label_id = u.team_id
LEFT JOIN LATERAL (
    SELECT array_agg(a.question ORDER BY a.question) AS questions, array_agg(a.chosen[1] ORDER BY a.question) AS texts,
           array_agg(coalesce(question_wording($1, r.survey_id, r.version, a.question), a.question) ORDER BY a.question) AS wordings
    FROM response_answer a
    WHERE a.tenant_id = $1 AND a.response_id = u.response_id AND a.written_at IS NOT NULL
) AS written ON true
WHERE u.tenant_id = $1
  AND ($2::uuid IS NULL OR coalesce(u.team_id = $2, false)) AND ($3::uuid IS NULL OR coalesce(u.agent_id = $3, false))
  AND ($4::text IS NULL OR (u.closed_at IS NULL) = ($4 = 'OPEN'))
  AND ($5::boolean IS NULL OR (u.closed_at IS NULL AND u.due_at < now()) = $5)
  AND ($6::timestamptz IS NULL OR (u.due_at, u.response_id) > ($6, $7::uuid))
  AND ($9::uuid IS NULL OR u.response_id = $9)
ORDER BY u.due_at, u.response_id
LIMIT $8::int
