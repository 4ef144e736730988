-- Contact rules of an organisation. $1 tenant. Result: rows {scope, survey_id: only of SURVEY, days, most: only of BUDGET}.
SELECT scope, survey_id, days, most FROM contact_rule WHERE tenant_id = $1 ORDER BY number
