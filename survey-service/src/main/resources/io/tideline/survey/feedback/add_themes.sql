-- Gives a survey a theme of one language. $1 tenant, $2 survey, $3 language, $4 theme, $5 keywords, $6 the person who did.
INSERT INTO survey_theme (tenant_id, survey_id, language, theme, keywords, person) VALUES ($1, $2, $3, $4, $5::text[], $6)
