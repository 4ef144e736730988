-- How far the answer of a link is, and whether its survey has a place for it, as find_state.sql judges. It is a transaction of its own that finds the
-- tenant by the key, as submit_responses.sql does. $1 public key, $2 response key.
-- Result: one row {ended, score: null where none is stored, is_full: no place is left, and none is kept for it}; no row where no survey has the key.
WITH opened AS MATERIALIZED (
    SELECT set_config('tideline.survey_key', $1::text, true) AS public_key
), door AS MATERIALIZED (
    SELECT found.survey_id, set_config('tideline.tenant', found.tenant_id, true) AS tenant_id
    FROM opened CROSS JOIN LATERAL (
        SELECT k.tenant_id, k.survey_id FROM survey_key k WHERE k.public_key = opened.public_key OFFSET 0
    ) AS found
)
SELECT link.ended, link.score::int AS score,
       coalesce(q.counts AND NOT link.ended AND q.taken >= q.most AND (q.hard OR NOT (link.known OR q.shown)), false) AS is_full
FROM door CROSS JOIN LATERAL (
    SELECT r.response_key IS NOT NULL AS known, r.score, r.recorded_at,
           EXISTS (SELECT FROM response_end e
                   WHERE e.tenant_id = door.tenant_id AND e.survey_id = door.survey_id AND e.response_key = $2::text) AS ended
    FROM (VALUES (1)) AS one
    LEFT JOIN response r ON r.tenant_id = door.tenant_id AND r.survey_id = door.survey_id AND r.response_key = $2::text
    OFFSET 0
) AS link
LEFT JOIN LATERAL (
    SELECT quota.taken, quota.most, quota.hard, coalesce(link.recorded_at >= quota.since, true) AS counts,
           EXISTS (SELECT FROM delivery_event e
                   WHERE e.tenant_id = door.tenant_id AND e.survey_id = door.survey_id AND e.response_key = $2::text
                     AND e.recorded_at <= quota.reached_at) AS shown
    FROM survey_quota quota
    WHERE quota.tenant_id = door.tenant_id AND quota.survey_id = door.survey_id AND quota.most IS NOT NULL
    OFFSET 0
) AS q ON true
