-- How far an answer is. $1 tenant, $2 survey id, $3 response key. Result: one row {known, ended}.
SELECT EXISTS (SELECT FROM response WHERE tenant_id = $1 AND survey_id = $2::uuid AND response_key = $3::text) AS known,
       EXISTS (SELECT FROM response_end WHERE tenant_id = $1 AND survey_id = $2::uuid AND response_key = $3::text) AS ended
