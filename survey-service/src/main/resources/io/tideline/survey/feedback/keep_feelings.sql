-- Notes what comments say; what a person said of one stays. $1 tenant, $2 version of the weights, then arrays with one element a comment: $3 response ids,
-- $4 languages, $5 feelings, $6 confidences (all three null where it cannot be read), $7 whether mixed.
INSERT INTO comment_feeling (tenant_id, response_id, language, feeling, confidence, mixed, weights)
SELECT $1, response_id, language, feeling, confidence, mixed, $2::text
FROM unnest($3::uuid[], $4::text[], $5::text[], $6::real[], $7::boolean[]) AS read (response_id, language, feeling, confidence, mixed)
ORDER BY response_id
ON CONFLICT (tenant_id, response_id) DO UPDATE SET
    language = excluded.language, feeling = excluded.feeling, confidence = excluded.confidence, mixed = excluded.mixed, weights = excluded.weights
