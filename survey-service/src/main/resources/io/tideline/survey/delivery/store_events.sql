-- Stores what happened to copies of surveys; what is known stays. $1 tenant, then arrays with one element an event: $2 survey ids, $3 response keys,
-- $4 kinds, $5 customer ids, $6 at. Result: rows {survey_id, response_key, kind} of those that were new.
WITH stored AS (
    INSERT INTO delivery_event (tenant_id, survey_id, response_key, kind, customer_id, occurred_at, claimed_at)
    SELECT $1, survey_id, response_key, kind, customer_id,
           CASE WHEN claimed_at > now() + interval '10 minutes' THEN now() ELSE coalesce(claimed_at, now()) END, claimed_at
    FROM unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::timestamptz[]) AS given (survey_id, response_key, kind, customer_id, claimed_at)
    ORDER BY survey_id, response_key, kind
    ON CONFLICT (tenant_id, survey_id, response_key, kind) DO NOTHING
    RETURNING survey_id, response_key, kind
), noted AS (
    INSERT INTO score_note (tenant_id, surveys, response_keys, kinds)
    SELECT $1, array_agg(survey_id), array_agg(response_key), array_agg(kind) FROM stored HAVING count(*) > 0
)
SELECT survey_id, response_key, kind FROM stored
