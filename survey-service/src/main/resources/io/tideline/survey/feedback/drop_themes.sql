-- Takes a survey's themes of one language away. $1 tenant, $2 survey, $3 language.
DELETE FROM survey_theme WHERE tenant_id = $1 AND survey_id = $2 AND language = $3
