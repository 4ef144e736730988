-- Answers of a page of customers, newest first, and each one's latest net promoter answer. A merged customer has the answers of all it was made of.
-- $1 tenant, $2 customers, $3 most answers of each, $4 and $5 time and id of the answer to go on after (null: from the newest), $6 1 for the latest
-- net promoter answer, else 0, $7 team and $8 agent whose customers the caller is confined to.
-- Each customer that the caller sees has a row at least, without an answer where there is none.
-- Result: rows {asked_id, wanted PAGE | NPS, response_id, survey_id, version, type, score, comment, language, answered_at, claimed_at, recorded_at}.
SELECT asked.customer_id AS asked_id, found.*
FROM unnest($2::uuid[]) AS asked (customer_id)
LEFT JOIN customer c ON c.tenant_id = $1 AND c.customer_id = asked.customer_id
CROSS JOIN LATERAL (
    SELECT array_agg(known.customer_id) AS ids
    FROM (
        SELECT asked.customer_id
        UNION ALL
        SELECT alias.from_id FROM customer_alias alias WHERE alias.tenant_id = $1 AND alias.to_id = asked.customer_id
    ) AS known
) AS person
LEFT JOIN LATERAL (
    (SELECT 'PAGE' AS wanted, r.response_id, r.survey_id, r.version, r.type, r.score, r.comment, r.language, r.answered_at, r.claimed_at, r.recorded_at
     FROM response r
     WHERE r.tenant_id = $1 AND r.customer_id = ANY (person.ids)
       AND ($4::timestamptz IS NULL OR (r.answered_at, r.response_id) < ($4, $5::uuid))
     ORDER BY r.answered_at DESC, r.response_id DESC
     LIMIT $3::int)
    UNION ALL
    (SELECT 'NPS', r.response_id, r.survey_id, r.version, r.type, r.score, NULL, NULL, r.answered_at, r.claimed_at, r.recorded_at
     FROM response r
     WHERE r.tenant_id = $1 AND r.customer_id = ANY (person.ids) AND r.type IN ('nps.0_10', 'nps.1_10') AND r.score IS NOT NULL
     ORDER BY r.answered_at DESC, r.response_id DESC
     LIMIT $6::int)
) AS found ON true
WHERE ($7::uuid IS NULL OR c.team_id = $7) AND ($8::uuid IS NULL OR c.agent_id = $8)
ORDER BY asked_id, wanted, answered_at DESC, response_id DESC
