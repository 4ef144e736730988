-- Stores answers that were checked before, or further parts of them, keeps each part and tells the others. $1 tenant, $2 origin, then arrays with one
-- element an answer, each survey and response key once: $3 survey ids, $4 survey keys, $5 response keys, $6 versions, $7 types, $8 scores, $9 comments,
-- $10 languages, $11 customer ids, $12 agent ids, $13 answered at (at the public door in the last 7 days), $14 customers as a page claims them.
-- Result: rows {number (from 1), response_id, changed, fresh, score as it stands now}; a number that is missing met another answer under its key.
WITH given AS (
    SELECT *
    FROM unnest($3::uuid[], $4::text[], $5::text[], $6::int[], $7::text[], $8::smallint[], $9::text[], $10::text[], $11::uuid[], $12::uuid[],
                $13::timestamptz[], $14::text[]) WITH ORDINALITY
        AS g (survey_id, survey_key, response_key, version, type, score, comment, language, customer_id, agent_id, claimed_at,
              claimed_customer, number)
), stored AS (
    INSERT INTO response AS r (tenant_id, survey_id, response_key, version, type, score, comment, language, customer_id, claimed_customer, agent_id, origin,
                               answered_at, claimed_at)
    SELECT $1, survey_id, response_key, version, type, score, comment, language, customer_id, claimed_customer, agent_id, $2::text,
           CASE
               WHEN claimed_at > now() + interval '10 minutes' THEN now()
               WHEN $2::text = 'DOOR' AND claimed_at < now() - interval '7 days' THEN now() - interval '7 days'
               ELSE coalesce(claimed_at, now())
           END,
           claimed_at
    FROM given
    ORDER BY survey_id, response_key
    ON CONFLICT (tenant_id, survey_id, response_key) DO UPDATE SET
        score = coalesce(r.score, excluded.score),
        comment = coalesce(r.comment, excluded.comment),
        language = coalesce(r.language, excluded.language),
        customer_id = coalesce(r.customer_id, excluded.customer_id),
        claimed_customer = coalesce(r.claimed_customer, excluded.claimed_customer),
        agent_id = coalesce(r.agent_id, excluded.agent_id),
        revision = r.revision + (num_nulls(r.score, r.comment, r.language, r.customer_id, r.claimed_customer, r.agent_id)
            > num_nulls(coalesce(r.score, excluded.score), coalesce(r.comment, excluded.comment), coalesce(r.language, excluded.language),
                        coalesce(r.customer_id, excluded.customer_id), coalesce(r.claimed_customer, excluded.claimed_customer),
                        coalesce(r.agent_id, excluded.agent_id)))::int,
        changed_xid = CASE
            WHEN num_nulls(r.score, r.comment, r.language, r.customer_id, r.claimed_customer, r.agent_id)
                > num_nulls(coalesce(r.score, excluded.score), coalesce(r.comment, excluded.comment), coalesce(r.language, excluded.language),
                            coalesce(r.customer_id, excluded.customer_id), coalesce(r.claimed_customer, excluded.claimed_customer),
                            coalesce(r.agent_id, excluded.agent_id))
            THEN excluded.changed_xid ELSE r.changed_xid END
    WHERE coalesce(r.score = excluded.score, true)
      AND coalesce(r.comment = excluded.comment, true)
      AND coalesce(r.language = excluded.language, true)
      AND coalesce(r.customer_id = excluded.customer_id, true)
      AND coalesce(r.claimed_customer = excluded.claimed_customer, true)
      AND coalesce(r.agent_id = excluded.agent_id, true)
    RETURNING r.survey_id, r.response_key, r.response_id, r.revision, r.type, r.score, r.customer_id, r.answered_at,
              r.changed_xid = pg_current_xact_id() AS changed
), told AS (
    SELECT given.*, stored.response_id, stored.revision, stored.changed, stored.score AS stored_score, stored.customer_id AS stored_customer,
           stored.type AS stored_type, stored.answered_at
    FROM stored JOIN given USING (survey_id, response_key)
), part AS (
    INSERT INTO response_part (tenant_id, response_id, revision, score, comment, language, customer_id, claimed_customer, agent_id, occurred_at, claimed_at)
    SELECT $1, response_id, revision, score, comment, language, customer_id, claimed_customer, agent_id, answered_at, claimed_at
    FROM told
    WHERE changed
), tell AS (
    INSERT INTO outbox (tenant_id, event_id, type, aggregate, occurred_at, data)
    SELECT $1, gen_random_uuid(), 'response.recorded', response_id::text, answered_at,
           jsonb_build_object('id', response_id, 'survey', survey_key, 'type', stored_type, 'customer', c.external_id, 'customerId', stored_customer,
                              'score', stored_score, 'answeredAt', to_char(answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    FROM told
    LEFT JOIN customer c ON c.tenant_id = $1 AND c.customer_id = stored_customer
    WHERE changed
), noted AS (
    INSERT INTO score_note (tenant_id, responses, revisions)
    SELECT $1, array_agg(response_id), array_agg(revision)
    FROM told
    WHERE changed AND num_nonnulls(score, customer_id, agent_id) > 0
    HAVING count(*) > 0
)
SELECT number, response_id, changed, changed AND revision = 1 AS fresh, stored_score AS score FROM told ORDER BY number
