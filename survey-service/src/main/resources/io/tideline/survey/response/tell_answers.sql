-- Tells the others of an answer to which nothing came but what was said to follow-ups, as store_responses.sql tells of any other part.
-- $1 tenant, $2 response id.
INSERT INTO outbox (tenant_id, event_id, type, aggregate, occurred_at, data)
SELECT $1, gen_random_uuid(), 'response.recorded', r.response_id::text, r.answered_at,
       jsonb_build_object('id', r.response_id, 'survey', s.key, 'type', r.type, 'customer', c.external_id, 'customerId', r.customer_id,
                          'score', r.score, 'answeredAt', to_char(r.answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
FROM response r
JOIN survey s ON s.tenant_id = $1 AND s.survey_id = r.survey_id
LEFT JOIN customer c ON c.tenant_id = $1 AND c.customer_id = r.customer_id
WHERE r.tenant_id = $1 AND r.response_id = $2
