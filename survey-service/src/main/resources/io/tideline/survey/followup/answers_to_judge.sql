-- Answers that have no follow-up, or one of nobody although it is known by now who gave them, with the worst of what their comments and texts say: what a
-- person says blames, else what the weights are surest of. Of those whose giver is not known for certain only the ones that say something: nobody can be
-- called about the others. Those known only 30 days after they were given are history and call for nothing. $1 tenant, $2 response ids.
-- Result: rows {response_id, type, score, answered_at, customer_id (the nil uuid: not known), feeling (NEGATIVE or null), confidence (null where a person
-- said it)}.
SELECT r.response_id, r.type, r.score, r.answered_at, coalesce(alias.to_id, r.customer_id, '00000000-0000-0000-0000-000000000000') AS customer_id,
       worst.feeling, worst.confidence
FROM response r
LEFT JOIN customer_alias alias ON alias.tenant_id = $1 AND alias.from_id = r.customer_id
LEFT JOIN LATERAL (
    SELECT coalesce(f.corrected, f.feeling) AS feeling, CASE WHEN f.corrected IS NULL THEN f.confidence END AS confidence
    FROM comment_feeling f
    WHERE f.tenant_id = $1 AND f.response_id = r.response_id AND coalesce(f.corrected, f.feeling) = 'NEGATIVE'
    ORDER BY 2 DESC NULLS FIRST
    LIMIT 1
) AS worst ON true
WHERE r.tenant_id = $1 AND r.response_id = ANY ($2::uuid[])
  AND (r.customer_id IS NOT NULL OR r.comment IS NOT NULL OR EXISTS (
      SELECT FROM response_answer a WHERE a.tenant_id = $1 AND a.response_id = r.response_id AND a.written_at IS NOT NULL))
  AND r.answered_at >= r.recorded_at - interval '30 days'
  AND NOT EXISTS (
      SELECT FROM follow_up u
      WHERE u.tenant_id = $1 AND u.response_id = r.response_id
        AND (r.customer_id IS NULL OR u.customer_id <> '00000000-0000-0000-0000-000000000000'))
