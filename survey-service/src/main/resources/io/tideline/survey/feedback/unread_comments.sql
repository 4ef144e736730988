-- What was written with these answers, comments and texts to questions, and no weights have read. $1 tenant, $2 response ids.
-- Result: rows {response_id, question ('' of the comment), survey_id, text, language}.
SELECT written.response_id, written.question, r.survey_id, written.text, coalesce(r.language, c.language) AS language
FROM (
    SELECT response_id, '' AS question, comment AS text
    FROM response
    WHERE tenant_id = $1 AND response_id = ANY ($2::uuid[]) AND comment IS NOT NULL
    UNION ALL
    SELECT response_id, question, chosen[1]
    FROM response_answer
    WHERE tenant_id = $1 AND response_id = ANY ($2::uuid[]) AND written_at IS NOT NULL
) AS written
JOIN response r ON r.tenant_id = $1 AND r.response_id = written.response_id
LEFT JOIN customer_alias alias ON alias.tenant_id = $1 AND alias.from_id = r.customer_id
LEFT JOIN customer c ON c.tenant_id = $1 AND c.customer_id = coalesce(alias.to_id, r.customer_id)
WHERE NOT EXISTS (
    SELECT FROM comment_feeling f
    WHERE f.tenant_id = $1 AND f.response_id = written.response_id AND f.question = written.question AND f.weights IS NOT NULL)
