-- One answer. $1 tenant, $2 response id.
SELECT response_id, survey_id, version, type, score, comment, language, answered_at, claimed_at, recorded_at
FROM response
WHERE tenant_id = $1 AND response_id = $2
