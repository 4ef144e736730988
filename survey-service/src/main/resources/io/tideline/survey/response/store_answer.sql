-- Stores what was said to one follow-up; what was said before stays. $1 tenant, $2 response id, $3 question, $4 chosen, $5 whether it is a text.
INSERT INTO response_answer (tenant_id, response_id, question, chosen, written_at)
VALUES ($1, $2, $3, $4, CASE WHEN $5::boolean THEN (SELECT answered_at FROM response WHERE tenant_id = $1 AND response_id = $2) END)
ON CONFLICT (tenant_id, response_id, question) DO NOTHING
