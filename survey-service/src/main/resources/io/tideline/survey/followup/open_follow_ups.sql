-- Opens follow-ups, owned by who looks after the customer now, and by the organisation where nobody does or it is not known who answered. One of nobody becomes
-- the customer's once it is known; who took it on keeps it, and when it is due stays. $1 tenant, then arrays with one element a follow-up: $2 response ids,
-- $3 customer ids (the nil uuid: not known), $4 reasons; $5 seconds until they are due.
INSERT INTO follow_up (tenant_id, response_id, customer_id, reason, agent_id, team_id, due_at)
SELECT $1, opened.response_id, opened.customer_id, opened.reason, c.agent_id, c.team_id, now() + $5::bigint * interval '1 second'
FROM unnest($2::uuid[], $3::uuid[], $4::text[]) AS opened (response_id, customer_id, reason)
LEFT JOIN customer c ON c.tenant_id = $1 AND c.customer_id = opened.customer_id
ORDER BY opened.response_id
ON CONFLICT (tenant_id, response_id) DO UPDATE SET
    customer_id = excluded.customer_id,
    agent_id = CASE WHEN follow_up.assigned_at IS NULL THEN excluded.agent_id ELSE follow_up.agent_id END,
    team_id = CASE WHEN follow_up.assigned_at IS NULL THEN excluded.team_id ELSE follow_up.team_id END
WHERE follow_up.customer_id = '00000000-0000-0000-0000-000000000000' AND excluded.customer_id <> '00000000-0000-0000-0000-000000000000'
