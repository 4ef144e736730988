-- The signing key that a token at the public door names. It is a transaction of its own that finds the tenant by the survey's key, as
-- submit_response.sql does. $1 public key of the survey, $2 key id. Result: one row {tenant_id, survey_id, salt: null where there is no such live key,
-- asked_at: the time now}; no row where no survey has the public key.
WITH opened AS MATERIALIZED (
    SELECT set_config('tideline.survey_key', $1::text, true) AS public_key
), door AS MATERIALIZED (
    SELECT found.survey_id, set_config('tideline.tenant', found.tenant_id, true) AS tenant_id
    FROM opened CROSS JOIN LATERAL (
        SELECT k.tenant_id, k.survey_id FROM survey_key k WHERE k.public_key = opened.public_key OFFSET 0
    ) AS found
)
SELECT door.tenant_id, door.survey_id, signing.salt, now() AS asked_at
FROM door LEFT JOIN LATERAL (
    SELECT k.salt FROM signing_key k WHERE k.tenant_id = door.tenant_id AND k.key_id = $2::text AND k.revoked_at IS NULL OFFSET 0
) AS signing ON true
