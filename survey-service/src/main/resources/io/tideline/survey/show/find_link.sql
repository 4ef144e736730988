-- How far the answer of a link is. It is a transaction of its own that finds the tenant by the key, as submit_response.sql does.
-- $1 public key, $2 response key. Result: one row {ended, score: null where none is stored}; no row where no survey has the key.
WITH opened AS MATERIALIZED (
    SELECT set_config('tideline.survey_key', $1::text, true) AS public_key
), door AS MATERIALIZED (
    SELECT found.survey_id, set_config('tideline.tenant', found.tenant_id, true) AS tenant_id
    FROM opened CROSS JOIN LATERAL (
        SELECT k.tenant_id, k.survey_id FROM survey_key k WHERE k.public_key = opened.public_key OFFSET 0
    ) AS found
)
SELECT link.ended, link.score::int AS score
FROM door CROSS JOIN LATERAL (
    SELECT EXISTS (SELECT FROM response_end e
                   WHERE e.tenant_id = door.tenant_id AND e.survey_id = door.survey_id AND e.response_key = $2::text) AS ended,
           (SELECT r.score FROM response r
            WHERE r.tenant_id = door.tenant_id AND r.survey_id = door.survey_id AND r.response_key = $2::text) AS score
    OFFSET 0
) AS link
