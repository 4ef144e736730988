-- Opens a survey, again if it was closed, for these pages. $1 tenant, $2 id, $3 allowed origins, null for any.
UPDATE survey
SET status = 'OPEN', closed_at = NULL, allowed_origins = $3::text[], published_at = CASE WHEN status = 'OPEN' THEN published_at ELSE now() END
WHERE tenant_id = $1 AND survey_id = $2
