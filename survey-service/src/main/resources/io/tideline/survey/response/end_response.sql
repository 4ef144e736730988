-- Notes that an answer is whole; one that is stays so. $1 tenant, $2 survey id, $3 response key. Result: one row where it was not whole before.
INSERT INTO response_end (tenant_id, survey_id, response_key)
VALUES ($1, $2, $3)
ON CONFLICT (tenant_id, survey_id, response_key) DO NOTHING
RETURNING response_key
