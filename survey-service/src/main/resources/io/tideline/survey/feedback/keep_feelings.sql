-- Notes what comments and texts say; what a person said of one stays. $1 tenant, $2 version of the weights, then arrays with one element a text: $3 response
-- ids, $4 questions ('' of comments), $5 languages, $6 feelings, $7 confidences (all three null where it cannot be read), $8 whether mixed.
INSERT INTO comment_feeling (tenant_id, response_id, question, language, feeling, confidence, mixed, weights)
SELECT $1, response_id, question, language, feeling, confidence, mixed, $2::text
FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::real[], $8::boolean[])
    AS read (response_id, question, language, feeling, confidence, mixed)
ORDER BY response_id, question
ON CONFLICT (tenant_id, response_id, question) DO UPDATE SET
    language = excluded.language, feeling = excluded.feeling, confidence = excluded.confidence, mixed = excluded.mixed, weights = excluded.weights
