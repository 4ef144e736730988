-- Whose survey a public key is. It is a transaction of its own. $1 public key. Result: one row {tenant_id, survey_id}, or none.
WITH opened AS MATERIALIZED (
    SELECT set_config('tideline.survey_key', $1::text, true) AS public_key
)
SELECT found.tenant_id, found.survey_id
FROM opened CROSS JOIN LATERAL (
    SELECT k.tenant_id, k.survey_id FROM survey_key k WHERE k.public_key = opened.public_key OFFSET 0
) AS found
