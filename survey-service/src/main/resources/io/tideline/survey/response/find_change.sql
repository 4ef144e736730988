-- What an answer changed, where the caller sees whose it is. $1 tenant, $2 response id, $3 team and $4 agent whose customers the caller is confined to.
-- Result: one row {survey_id, customer_id}, or none.
SELECT r.survey_id, r.customer_id
FROM response r
LEFT JOIN customer c ON c.tenant_id = r.tenant_id AND c.customer_id = r.customer_id
WHERE r.tenant_id = $1 AND r.response_id = $2 AND ($3::uuid IS NULL OR c.team_id = $3) AND ($4::uuid IS NULL OR c.agent_id = $4)
