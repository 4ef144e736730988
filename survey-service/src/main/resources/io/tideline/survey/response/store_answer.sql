-- Stores what was said to one follow-up; what was said before stays. $1 tenant, $2 response id, $3 question, $4 chosen.
INSERT INTO response_answer (tenant_id, response_id, question, chosen) VALUES ($1, $2, $3, $4) ON CONFLICT (tenant_id, response_id, question) DO NOTHING
