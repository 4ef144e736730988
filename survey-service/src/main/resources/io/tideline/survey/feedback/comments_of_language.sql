-- A survey's latest comments of one language, to be looked through anew. $1 tenant, $2 survey, $3 language, $4 how many at most. Result: rows
-- {response_id, survey_id, comment, language}.
SELECT r.response_id, r.survey_id, r.comment, f.language
FROM response r
JOIN comment_feeling f ON f.tenant_id = $1 AND f.response_id = r.response_id AND f.language = $3::text
WHERE r.tenant_id = $1 AND r.survey_id = $2::uuid AND r.comment IS NOT NULL
ORDER BY r.answered_at DESC, r.response_id DESC
LIMIT $4::int
