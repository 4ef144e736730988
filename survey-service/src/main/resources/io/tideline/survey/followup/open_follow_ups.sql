-- Opens follow-ups, owned by who looks after the customer now. $1 tenant, then arrays with one element a follow-up: $2 response ids, $3 customer ids,
-- $4 reasons; $5 seconds until they are due.
INSERT INTO follow_up (tenant_id, response_id, customer_id, reason, agent_id, team_id, due_at)
SELECT $1, opened.response_id, opened.customer_id, opened.reason, c.agent_id, c.team_id, now() + $5::bigint * interval '1 second'
FROM unnest($2::uuid[], $3::uuid[], $4::text[]) AS opened (response_id, customer_id, reason)
LEFT JOIN customer c ON c.tenant_id = $1 AND c.customer_id = opened.customer_id
ORDER BY opened.response_id
ON CONFLICT (tenant_id, response_id) DO NOTHING
