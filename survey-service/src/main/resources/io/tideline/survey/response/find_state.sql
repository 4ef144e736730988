-- How far an answer is, and whether its survey has a place for it, in one look, so that an answer which has just been counted is not refused for want of a place.
-- $1 tenant, $2 survey id, $3 response key. Result: one row {known, ended, counts: it takes a place once it is whole, full: there is none for it}.
-- An answer that was begun before its survey had a quota takes none. A quota that is not hard has places for all that were begun or shown before the last went.
SELECT begun.known, begun.ended, coalesce(q.counts, false) AS counts,
       coalesce(q.counts AND NOT begun.ended AND q.taken >= q.most AND (q.hard OR NOT (begun.known OR q.shown)), false) AS full
FROM (
    SELECT r.response_key IS NOT NULL AS known, r.recorded_at,
           EXISTS (SELECT FROM response_end e WHERE e.tenant_id = $1 AND e.survey_id = $2::uuid AND e.response_key = $3::text) AS ended
    FROM (VALUES (1)) AS one
    LEFT JOIN response r ON r.tenant_id = $1 AND r.survey_id = $2::uuid AND r.response_key = $3::text
) AS begun
LEFT JOIN LATERAL (
    SELECT quota.taken, quota.most, quota.hard, coalesce(begun.recorded_at >= quota.since, true) AS counts,
           EXISTS (SELECT FROM delivery_event e
                   WHERE e.tenant_id = $1 AND e.survey_id = $2::uuid AND e.response_key = $3::text AND e.recorded_at <= quota.reached_at) AS shown
    FROM survey_quota quota
    WHERE quota.tenant_id = $1 AND quota.survey_id = $2::uuid AND quota.most IS NOT NULL
) AS q ON true
