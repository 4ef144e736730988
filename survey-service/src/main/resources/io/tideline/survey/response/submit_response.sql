-- One answer, or one more part of it, from the public door: finds the survey by its key, judges, stores, keeps the part and tells the others.
-- It is a transaction of its own. The steps depend on each other laterally, so that the key is set before survey_key is read and the tenant before
-- any table of the tenant is; in any other order the row wall would show nothing.
-- $1 public key, $2 response key, $3 score, $4 comment, $5 language, $6 customer as claimed, $7 answered at as claimed, $8 page origin, $9 version
-- Result: one row {verdict, response_id, revision, changed, lowest, highest}; no row where no survey has the key.
-- verdict GOOD and no response_id: another answer stands under this response key.
WITH opened AS MATERIALIZED (
    SELECT set_config('tideline.survey_key', $1::text, true) AS public_key
), door AS MATERIALIZED (
    SELECT found.survey_id, set_config('tideline.tenant', found.tenant_id, true) AS tenant_id
    FROM opened CROSS JOIN LATERAL (
        SELECT k.tenant_id, k.survey_id FROM survey_key k WHERE k.public_key = opened.public_key OFFSET 0
    ) AS found
), asked AS MATERIALIZED (
    SELECT door.tenant_id, door.survey_id, s.key, s.status, s.allowed_origins, s.version, s.type, s.lowest, s.highest, s.known
    FROM door CROSS JOIN LATERAL (
        SELECT survey.key, survey.status, survey.allowed_origins, v.version, v.type, v.lowest, v.highest,
               EXISTS (SELECT FROM response r
                       WHERE r.tenant_id = door.tenant_id AND r.survey_id = door.survey_id AND r.response_key = $2::text) AS known
        FROM survey
        LEFT JOIN survey_version v ON v.tenant_id = survey.tenant_id AND v.survey_id = survey.survey_id
            AND v.version = coalesce($9::int, survey.version)
        WHERE survey.tenant_id = door.tenant_id AND survey.survey_id = door.survey_id
        OFFSET 0
    ) AS s
), judged AS MATERIALIZED (
    SELECT asked.*,
           CASE
               WHEN $8::text <> ALL (allowed_origins) THEN 'ORIGIN_REFUSED'
               WHEN status <> 'OPEN' AND NOT known THEN 'CLOSED'
               WHEN version IS NULL THEN 'NO_SUCH_VERSION'
               WHEN $3::smallint NOT BETWEEN lowest AND highest THEN 'OUT_OF_SCALE'
               WHEN $3::smallint IS NULL AND NOT known THEN 'SCORE_MISSING'
               ELSE 'GOOD'
           END AS verdict
    FROM asked
), stored AS (
    INSERT INTO response AS r (tenant_id, survey_id, response_key, version, type, score, comment, language, claimed_customer, origin, answered_at, claimed_at)
    SELECT tenant_id, survey_id, $2::text, version, type, $3::smallint, $4::text, $5::text, $6::text, 'DOOR',
           CASE
               WHEN $7::timestamptz > now() + interval '10 minutes' THEN now()
               WHEN $7::timestamptz < now() - interval '7 days' THEN now() - interval '7 days'
               ELSE coalesce($7::timestamptz, now())
           END,
           $7::timestamptz
    FROM judged
    WHERE verdict = 'GOOD'
    ON CONFLICT (tenant_id, survey_id, response_key) DO UPDATE SET
        score = coalesce(r.score, excluded.score),
        comment = coalesce(r.comment, excluded.comment),
        language = coalesce(r.language, excluded.language),
        claimed_customer = coalesce(r.claimed_customer, excluded.claimed_customer),
        revision = r.revision + (num_nulls(r.score, r.comment, r.language, r.claimed_customer)
            > num_nulls(coalesce(r.score, excluded.score), coalesce(r.comment, excluded.comment), coalesce(r.language, excluded.language),
                        coalesce(r.claimed_customer, excluded.claimed_customer)))::int,
        changed_xid = CASE
            WHEN num_nulls(r.score, r.comment, r.language, r.claimed_customer)
                > num_nulls(coalesce(r.score, excluded.score), coalesce(r.comment, excluded.comment), coalesce(r.language, excluded.language),
                            coalesce(r.claimed_customer, excluded.claimed_customer))
            THEN excluded.changed_xid ELSE r.changed_xid END
    WHERE coalesce(r.score = excluded.score, true)
      AND coalesce(r.comment = excluded.comment, true)
      AND coalesce(r.language = excluded.language, true)
      AND coalesce(r.claimed_customer = excluded.claimed_customer, true)
    RETURNING r.tenant_id, r.response_id, r.revision, r.type, r.score, r.customer_id, r.answered_at,
              r.changed_xid = pg_current_xact_id() AS changed
), part AS (
    INSERT INTO response_part (tenant_id, response_id, revision, score, comment, language, claimed_customer, occurred_at, claimed_at)
    SELECT tenant_id, response_id, revision, $3::smallint, $4::text, $5::text, $6::text, answered_at, $7::timestamptz
    FROM stored
    WHERE changed
), told AS (
    INSERT INTO outbox (tenant_id, event_id, type, aggregate, occurred_at, data)
    SELECT stored.tenant_id, gen_random_uuid(), 'response.recorded', response_id::text, answered_at,
           jsonb_build_object('id', response_id, 'survey', judged.key, 'type', stored.type, 'customer', NULL, 'customerId', customer_id,
                              'score', score, 'answeredAt', to_char(answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    FROM stored CROSS JOIN judged
    WHERE changed
)
SELECT judged.verdict, judged.lowest, judged.highest, stored.response_id, stored.revision, stored.changed
FROM judged
LEFT JOIN stored ON true
