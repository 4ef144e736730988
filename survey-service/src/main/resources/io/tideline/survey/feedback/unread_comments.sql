-- Comments of these answers that no weights have read. $1 tenant, $2 response ids,
-- Result: rows {response_id, survey_id, comment, language}.
SELECT r.response_id, r.survey_id, r.comment, coalesce(r.language, c.language) AS language
FROM response r
LEFT JOIN customer_alias alias ON alias.tenant_id = $1 AND alias.from_id = r.customer_id
LEFT JOIN customer c ON c.tenant_id = $1 AND c.customer_id = coalesce(alias.to_id, r.customer_id)
WHERE r.tenant_id = $1 AND r.response_id = ANY ($2::uuid[]) AND r.comment IS NOT NULL
  AND NOT EXISTS (
      SELECT FROM comment_feeling f WHERE f.tenant_id = $1 AND f.response_id = r.response_id AND f.weights IS NOT NULL)
