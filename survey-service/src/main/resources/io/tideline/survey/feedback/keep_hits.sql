-- Notes themes that comments touch. $1 tenant, then arrays with one element a hit: $2 response ids, $3 themes, $4 keywords, $5 feelings.
INSERT INTO theme_hit (tenant_id, response_id, theme, keyword, feeling)
SELECT $1, response_id, theme, keyword, feeling
FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) AS hit (response_id, theme, keyword, feeling)
ORDER BY response_id, theme
ON CONFLICT (tenant_id, response_id, theme) DO NOTHING
