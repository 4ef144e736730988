-- All versions of surveys, oldest first. $1 tenant, $2 survey ids.
SELECT survey_id, version, type, title, question, language, recorded_at
FROM survey_version
WHERE tenant_id = $1 AND survey_id = ANY ($2::uuid[])
ORDER BY survey_id, version
