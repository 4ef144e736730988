-- Takes notes into the cells. $1 tenant, $2 zone of the cells, $3 the last note that is taken. Result: one row {cells}: how many changed.
WITH moved AS (
    SELECT cut.cut, m.month, coalesce(m.market, '') AS market, cut.value, cut.team, cut.agent, m.kind, m.type, m.score, cut.next_one,
           sum(m.facts)::bigint AS facts, sum(m.answered)::bigint AS answered
    FROM score_move($1, $2::text, NULL, NULL, $3::bigint) AS m
    CROSS JOIN LATERAL score_cut(m.survey_id, m.next, m.next_own, m.language, m.source, m.campaign_id, m.channel_account_id, m.team_id, m.agent_id) AS cut
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
    HAVING sum(m.facts) <> 0 OR sum(m.answered) <> 0
), put AS (
    INSERT INTO score_cell AS cell (tenant_id, generation, cut, month, market, value, team_id, agent_id, kind, type, score, next,
                                    facts, answered)
    SELECT $1, kept.generation, moved.* FROM moved CROSS JOIN score_kept kept WHERE kept.tenant_id = $1
    ON CONFLICT (tenant_id, generation, cut, month, market, value, team_id, agent_id, kind, type, score, next)
        DO UPDATE SET facts = cell.facts + excluded.facts, answered = cell.answered + excluded.answered, recorded_at = now()
    RETURNING 1
), gone AS (
    DELETE FROM score_note WHERE tenant_id = $1 AND note_id <= $3::bigint
)
SELECT count(*) AS cells FROM put
