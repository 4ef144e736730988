-- A survey's latest comments and texts of one language, to be looked through anew. $1 tenant, $2 survey, $3 language, $4 how many at most. Result: rows
-- {response_id, question ('' of the comment), survey_id, text, language}.
SELECT r.response_id, f.question, r.survey_id, coalesce(a.chosen[1], r.comment) AS text, f.language
FROM response r
JOIN comment_feeling f ON f.tenant_id = $1 AND f.response_id = r.response_id AND f.language = $3::text
LEFT JOIN response_answer a ON a.tenant_id = $1 AND a.response_id = r.response_id AND a.question = f.question
WHERE r.tenant_id = $1 AND r.survey_id = $2::uuid
ORDER BY r.answered_at DESC, r.response_id DESC, f.question
LIMIT $4::int
