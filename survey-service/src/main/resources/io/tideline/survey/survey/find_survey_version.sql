-- One survey as one of its versions asks it. $1 tenant, $2 survey id, $3 version or null for the current one.
SELECT s.survey_id, s.key, s.public_key, s.status, v.version, s.allowed_origins, s.published_at, s.closed_at, v.type, v.title, v.question, v.language, v.design::text AS design,
       q.most AS quota_most, q.hard AS quota_hard, s.target::text AS target
FROM survey s
JOIN survey_version v ON v.tenant_id = s.tenant_id AND v.survey_id = s.survey_id AND v.version = coalesce($3::int, s.version)
LEFT JOIN survey_quota q ON q.tenant_id = s.tenant_id AND q.survey_id = s.survey_id
WHERE s.tenant_id = $1 AND s.survey_id = $2
