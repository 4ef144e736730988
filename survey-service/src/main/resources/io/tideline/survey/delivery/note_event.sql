-- Notes from the public door what happened to one copy of a survey. It is a transaction of its own that finds the tenant by the key, as
-- submit_responses.sql does. $1 public key, $2 response key, $3 kind, $4 at as claimed, $5 page origin, $6 customer where that is proved.
-- Result: one row {tenant_id, verdict GOOD | ORIGIN_REFUSED, fresh}; no row where no open survey has the key.
WITH opened AS MATERIALIZED (
    SELECT set_config('tideline.survey_key', $1::text, true) AS public_key
), door AS MATERIALIZED (
    SELECT found.survey_id, set_config('tideline.tenant', found.tenant_id, true) AS tenant_id
    FROM opened CROSS JOIN LATERAL (
        SELECT k.tenant_id, k.survey_id FROM survey_key k WHERE k.public_key = opened.public_key OFFSET 0
    ) AS found
), judged AS MATERIALIZED (
    SELECT door.tenant_id, door.survey_id, CASE WHEN $5::text <> ALL (s.allowed_origins) THEN 'ORIGIN_REFUSED' ELSE 'GOOD' END AS verdict
    FROM door CROSS JOIN LATERAL (
        SELECT survey.allowed_origins
        FROM survey
        WHERE survey.tenant_id = door.tenant_id AND survey.survey_id = door.survey_id AND survey.status = 'OPEN'
        OFFSET 0
    ) AS s
), noted AS (
    INSERT INTO delivery_event (tenant_id, survey_id, response_key, kind, customer_id, occurred_at, claimed_at)
    SELECT tenant_id, survey_id, $2::text, $3::text, $6::uuid,
           CASE
               WHEN $4::timestamptz > now() + interval '10 minutes' THEN now()
               WHEN $4::timestamptz < now() - interval '7 days' THEN now() - interval '7 days'
               ELSE coalesce($4::timestamptz, now())
           END,
           $4::timestamptz
    FROM judged
    WHERE verdict = 'GOOD'
    ON CONFLICT (tenant_id, survey_id, response_key, kind) DO NOTHING
    RETURNING tenant_id, survey_id, response_key, kind
), kept AS (
    INSERT INTO score_note (tenant_id, surveys, response_keys, kinds) SELECT tenant_id, ARRAY[survey_id], ARRAY[response_key], ARRAY[kind] FROM noted
)
SELECT judged.tenant_id, judged.verdict, noted.kind IS NOT NULL AS fresh FROM judged LEFT JOIN noted ON true
