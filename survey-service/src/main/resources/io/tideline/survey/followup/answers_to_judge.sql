-- Answers of customers that are known for certain and have no follow-up, with what their comments say. Those known only 30 days after they were given are
-- history and call for nothing. $1 tenant, $2 response ids. Result: rows {response_id, type, score, answered_at, customer_id, feeling, confidence (null where
-- a person said it)}.
SELECT r.response_id, r.type, r.score, r.answered_at, coalesce(alias.to_id, r.customer_id) AS customer_id,
       coalesce(f.corrected, f.feeling) AS feeling, CASE WHEN f.corrected IS NULL THEN f.confidence END AS confidence
FROM response r
LEFT JOIN customer_alias alias ON alias.tenant_id = $1 AND alias.from_id = r.customer_id
LEFT JOIN comment_feeling f ON f.tenant_id = $1 AND f.response_id = r.response_id
WHERE r.tenant_id = $1 AND r.response_id = ANY ($2::uuid[]) AND r.customer_id IS NOT NULL
  AND r.answered_at >= r.recorded_at - interval '30 days'
  AND NOT EXISTS (SELECT FROM follow_up u WHERE u.tenant_id = $1 AND u.response_id = r.response_id)
