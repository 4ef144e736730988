-- Answers, or more parts of them, from the public door to one survey: finds the survey by its key, judges each, stores, keeps the parts and tells the others.
-- It is a transaction of its own. The steps depend on each other laterally, so that the key is set before survey_key is read and the tenant before
-- any table of the tenant is; in any other order the row wall would show nothing. Rows are stored in the order of their keys, so that two of these
-- that meet wait for each other one way only.
-- $1 public key, then arrays with one element an answer, each response key once: $2 response keys, $3 scores, $4 comments, $5 languages, $6 customers as
-- claimed, $7 answered at as claimed, $8 page origins, $9 versions
-- Result: a row an answer, in order: {tenant_id, verdict, response_id, revision, changed, lowest, highest}; none where no survey has the key.
-- verdict UNPROVED: the survey is for customers alone, and nothing proves that this is one.
-- verdict CHECKED: the survey asks for more than one statement can judge; nothing is stored.
-- verdict GOOD and no response_id: another answer stands under this response key.
WITH opened AS MATERIALIZED (
    SELECT set_config('tideline.survey_key', $1::text, true) AS public_key
), door AS MATERIALIZED (
    SELECT found.survey_id, set_config('tideline.tenant', found.tenant_id, true) AS tenant_id
    FROM opened CROSS JOIN LATERAL (
        SELECT k.tenant_id, k.survey_id FROM survey_key k WHERE k.public_key = opened.public_key OFFSET 0
    ) AS found
), asked AS MATERIALIZED (
    SELECT door.tenant_id, door.survey_id, s.key, s.status, s.allowed_origins, s.version, s.counted, s.for_customers
    FROM door CROSS JOIN LATERAL (
        SELECT survey.key, survey.status, survey.allowed_origins, survey.version,
               EXISTS (SELECT FROM survey_quota q
                       WHERE q.tenant_id = door.tenant_id AND q.survey_id = door.survey_id AND q.most IS NOT NULL) AS counted,
               coalesce(survey.target ?| ARRAY['markets', 'languages', 'sources', 'tags'], false) AS for_customers
        FROM survey
        WHERE survey.tenant_id = door.tenant_id AND survey.survey_id = door.survey_id
        OFFSET 0
    ) AS s
), given AS MATERIALIZED (
    SELECT *
    FROM unnest($2::text[], $3::smallint[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::text[], $9::int[]) WITH ORDINALITY
        AS g (response_key, score, comment, language, claimed_customer, claimed_at, page_origin, version, number)
), judged AS MATERIALIZED (
    SELECT asked.tenant_id, asked.survey_id, asked.key, given.number, given.response_key, given.score, given.comment, given.language,
           given.claimed_customer, given.claimed_at, v.version, v.type, v.lowest, v.highest,
           CASE
               WHEN given.page_origin <> ALL (asked.allowed_origins) THEN 'ORIGIN_REFUSED'
               WHEN asked.status <> 'OPEN' AND known.response_key IS NULL THEN 'CLOSED'
               WHEN asked.for_customers AND known.response_key IS NULL THEN 'UNPROVED'
               WHEN v.version IS NULL THEN 'NO_SUCH_VERSION'
               WHEN v.designed OR asked.counted THEN 'CHECKED'
               WHEN given.score NOT BETWEEN v.lowest AND v.highest THEN 'OUT_OF_SCALE'
               WHEN given.score IS NULL AND known.response_key IS NULL THEN 'SCORE_MISSING'
               ELSE 'GOOD'
           END AS verdict
    FROM asked
    CROSS JOIN given
    LEFT JOIN LATERAL (
        SELECT s.version, s.type, s.lowest, s.highest, s.design IS NOT NULL AS designed
        FROM survey_version s
        WHERE s.tenant_id = asked.tenant_id AND s.survey_id = asked.survey_id AND s.version = coalesce(given.version, asked.version)
        OFFSET 0
    ) AS v ON true
    LEFT JOIN LATERAL (
        SELECT r.response_key
        FROM response r
        WHERE r.tenant_id = asked.tenant_id AND r.survey_id = asked.survey_id AND r.response_key = given.response_key
        OFFSET 0
    ) AS known ON true
), stored AS (
    INSERT INTO response AS r (tenant_id, survey_id, response_key, version, type, score, comment, language, claimed_customer, origin, answered_at, claimed_at)
    SELECT tenant_id, survey_id, response_key, version, type, score, comment, language, claimed_customer, 'DOOR',
           CASE
               WHEN claimed_at > now() + interval '10 minutes' THEN now()
               WHEN claimed_at < now() - interval '7 days' THEN now() - interval '7 days'
               ELSE coalesce(claimed_at, now())
           END,
           claimed_at
    FROM judged
    WHERE verdict = 'GOOD'
    ORDER BY response_key
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
    RETURNING r.tenant_id, r.response_key, r.response_id, r.revision, r.type, r.score, r.customer_id, r.answered_at,
              r.changed_xid = pg_current_xact_id() AS changed
), fresh AS (
    SELECT stored.tenant_id, stored.response_id, stored.revision, stored.type, stored.score, stored.customer_id, stored.answered_at, judged.key,
           judged.score AS sent_score, judged.comment, judged.language, judged.claimed_customer, judged.claimed_at
    FROM stored JOIN judged USING (response_key)
    WHERE stored.changed
), part AS (
    INSERT INTO response_part (tenant_id, response_id, revision, score, comment, language, claimed_customer, occurred_at, claimed_at)
    SELECT tenant_id, response_id, revision, sent_score, comment, language, claimed_customer, answered_at, claimed_at
    FROM fresh
), told AS (
    INSERT INTO outbox (tenant_id, event_id, type, aggregate, occurred_at, data)
    SELECT tenant_id, gen_random_uuid(), 'response.recorded', response_id::text, answered_at,
           jsonb_build_object('id', response_id, 'survey', key, 'type', type, 'customer', NULL, 'customerId', customer_id,
                              'score', score, 'answeredAt', to_char(answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    FROM fresh
), noted AS (
    INSERT INTO score_note (tenant_id, responses, revisions)
    SELECT tenant_id, array_agg(response_id), array_agg(revision) FROM fresh WHERE sent_score IS NOT NULL GROUP BY tenant_id
)
SELECT judged.tenant_id, judged.verdict, judged.lowest, judged.highest, stored.response_id, stored.revision, stored.changed
FROM judged
LEFT JOIN stored USING (response_key)
ORDER BY judged.number
