-- Themes that surveys have of their own. $1 tenant, $2 survey ids. Result: rows {survey_id, language, theme, keywords}.
SELECT survey_id, language, theme, keywords
FROM survey_theme
WHERE tenant_id = $1 AND survey_id = ANY ($2::uuid[])
ORDER BY survey_id, language, theme
