-- Opens a survey, again if it was closed. $1 tenant, $2 id, $3 allowed origins: null leaves them as they are, * allows any page, $4 target as JSON: null
-- leaves it, an empty text takes it away.
UPDATE survey
SET status = 'OPEN', closed_at = NULL,
    allowed_origins = CASE WHEN $3::text[] IS NULL THEN allowed_origins WHEN '*' = ANY ($3::text[]) THEN NULL ELSE $3::text[] END,
    target = CASE WHEN $4::text IS NULL THEN target ELSE nullif($4::text, '')::jsonb END,
    published_at = CASE WHEN status = 'OPEN' THEN published_at ELSE now() END
WHERE tenant_id = $1 AND survey_id = $2
