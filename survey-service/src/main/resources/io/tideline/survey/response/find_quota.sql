-- Whether a survey has all its answers. $1 tenant, $2 survey id, $3 response key, $4 most answers.
-- Result: one row {reached, underway: whether this copy was shown before that}.
WITH last AS (
    SELECT recorded_at FROM response_end WHERE tenant_id = $1 AND survey_id = $2::uuid ORDER BY recorded_at OFFSET $4::int - 1 LIMIT 1
)
SELECT EXISTS (SELECT FROM last) AS reached,
       EXISTS (SELECT FROM delivery_event e JOIN last ON e.recorded_at <= last.recorded_at
               WHERE e.tenant_id = $1 AND e.survey_id = $2::uuid AND e.response_key = $3::text) AS underway
