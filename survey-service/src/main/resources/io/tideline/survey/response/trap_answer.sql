-- Keeps an answer that a machine gave away. It is a transaction of its own that finds the tenant by the key, as submit_responses.sql does.
-- $1 public key, $2 response key, $3 the answer as JSON. Result: one row where an open survey has the key.
WITH opened AS MATERIALIZED (
    SELECT set_config('tideline.survey_key', $1::text, true) AS public_key
), door AS MATERIALIZED (
    SELECT found.survey_id, set_config('tideline.tenant', found.tenant_id, true) AS tenant_id
    FROM opened CROSS JOIN LATERAL (
        SELECT k.tenant_id, k.survey_id FROM survey_key k WHERE k.public_key = opened.public_key OFFSET 0
    ) AS found
), asked AS MATERIALIZED (
    SELECT s.tenant_id, s.survey_id
    FROM door CROSS JOIN LATERAL (
        SELECT survey.tenant_id, survey.survey_id
        FROM survey
        WHERE survey.tenant_id = door.tenant_id AND survey.survey_id = door.survey_id AND survey.status = 'OPEN'
        OFFSET 0
    ) AS s
), kept AS (
    INSERT INTO trapped_answer (tenant_id, survey_id, response_key, body)
    SELECT tenant_id, survey_id, $2::text, $3::text::jsonb FROM asked
    ON CONFLICT (tenant_id, survey_id, response_key) DO NOTHING
)
SELECT survey_id FROM asked
