-- Takes a place of a survey's quota. It is the last statement of its transaction: from here on other answers of the survey wait for the commit.
-- $1 tenant, $2 survey id, $3 response key, $4 whether the answer was begun while there were places.
-- Result: one row {taken}; none where there is no place for it.
UPDATE survey_quota q
SET taken = q.taken + 1,
    reached_at = CASE WHEN q.taken + 1 = q.most THEN clock_timestamp() ELSE q.reached_at END
WHERE q.tenant_id = $1 AND q.survey_id = $2::uuid
  AND (q.most IS NULL OR q.taken < q.most
       OR NOT q.hard AND ($4::boolean OR EXISTS (
           SELECT FROM delivery_event e
           WHERE e.tenant_id = $1 AND e.survey_id = $2::uuid AND e.response_key = $3::text AND e.recorded_at <= q.reached_at)))
RETURNING q.taken
