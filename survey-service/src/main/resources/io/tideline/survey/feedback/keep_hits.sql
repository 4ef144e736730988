-- Notes themes that comments and texts touch. $1 tenant, then arrays with one element a hit: $2 response ids, $3 questions ('' of comments), $4 themes,
-- $5 keywords, $6 feelings.
INSERT INTO theme_hit (tenant_id, response_id, question, theme, keyword, feeling)
SELECT $1, response_id, question, theme, keyword, feeling
FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) AS hit (response_id, question, theme, keyword, feeling)
ORDER BY response_id, theme, question
ON CONFLICT (tenant_id, response_id, theme, question) DO NOTHING
