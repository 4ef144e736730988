-- Opens a survey, again if it was closed. $1 tenant, $2 id, $3 allowed origins: null leaves them as they are, * allows any page, $4 quota: null leaves it, 0
-- takes it away, $5 whether it is hard, $6 target as JSON: null leaves it, an empty text takes it away.
UPDATE survey
SET status = 'OPEN', closed_at = NULL,
    allowed_origins = CASE WHEN $3::text[] IS NULL THEN allowed_origins WHEN '*' = ANY ($3::text[]) THEN NULL ELSE $3::text[] END,
    quota_most = CASE WHEN $4::int IS NULL THEN quota_most ELSE nullif($4::int, 0) END,
    quota_hard = CASE WHEN $4::int IS NULL THEN quota_hard ELSE $5::boolean END,
    target = CASE WHEN $6::text IS NULL THEN target ELSE nullif($6::text, '')::jsonb END,
    published_at = CASE WHEN status = 'OPEN' THEN published_at ELSE now() END
WHERE tenant_id = $1 AND survey_id = $2
