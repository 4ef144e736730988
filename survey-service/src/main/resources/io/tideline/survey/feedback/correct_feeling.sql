-- Notes what a person says of a comment or a text, beside what was said before. $1 tenant, $2 response, $3 feeling, $4 the person, $5 the person's name,
-- $6 team and $7 agent whose customers the person is confined to, $8 the question that the text answers ('': the comment). One row {number}, or none where
-- there is no such text for the person. The same feeling again by the same person is noted once.
WITH asked AS (
    SELECT r.response_id
    FROM response r
    LEFT JOIN customer_alias alias ON alias.tenant_id = $1 AND alias.from_id = r.customer_id
    LEFT JOIN customer c ON c.tenant_id = $1 AND c.customer_id = coalesce(alias.to_id, r.customer_id)
    WHERE r.tenant_id = $1 AND r.response_id = $2::uuid
      AND (($8::text = '' AND r.comment IS NOT NULL) OR EXISTS (
          SELECT FROM response_answer a
          WHERE a.tenant_id = $1 AND a.response_id = r.response_id AND a.question = $8 AND a.written_at IS NOT NULL))
      AND ($6::uuid IS NULL OR coalesce(c.team_id = $6, false)) AND ($7::uuid IS NULL OR coalesce(c.agent_id = $7 OR r.agent_id = $7, false))
), counted AS (
    INSERT INTO comment_feeling AS f (tenant_id, response_id, question, corrected)
    SELECT $1, response_id, $8, $3::text FROM asked
    ON CONFLICT (tenant_id, response_id, question) DO UPDATE SET corrected = excluded.corrected
    RETURNING response_id
), latest AS (
    SELECT number, feeling, person
    FROM comment_correction
    WHERE tenant_id = $1 AND response_id = $2::uuid AND question = $8
    ORDER BY number DESC
    LIMIT 1
), noted AS (
    INSERT INTO comment_correction (tenant_id, response_id, question, number, feeling, person, person_name)
    SELECT $1, response_id, $8, coalesce((SELECT number FROM latest), 0) + 1, $3::text, $4::text, $5::text
    FROM counted
    WHERE NOT EXISTS (SELECT FROM latest WHERE feeling = $3::text AND person = $4::text)
    RETURNING number
)
SELECT coalesce((SELECT number FROM noted), (SELECT number FROM latest)) AS number FROM counted
