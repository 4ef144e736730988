-- Copies of surveys that were sent or shown to customers, those of customers merged with them included. $1 tenant, $2 customer ids, $3 since
-- when something must have happened to a copy; what happened to it before that counts too.
-- Result: rows {customer_id as asked, survey_id, type of its current version, contacted_at, shown_at: null where it was only sent}.
WITH person AS (
    SELECT asked.id, coalesce(a.to_id, asked.id) AS standing
    FROM (SELECT DISTINCT id FROM unnest($2::uuid[]) AS given (id)) AS asked
    LEFT JOIN customer_alias a ON a.tenant_id = $1 AND a.from_id = asked.id
), known AS (
    SELECT id, standing AS customer_id FROM person
    UNION
    SELECT person.id, a.from_id FROM person JOIN customer_alias a ON a.tenant_id = $1 AND a.to_id = person.standing
)
SELECT known.id AS customer_id, e.survey_id, v.type, min(e.occurred_at) AS contacted_at,
       max(e.occurred_at) FILTER (WHERE e.kind = 'SHOWN') AS shown_at
FROM known
JOIN delivery_event e ON e.tenant_id = $1 AND e.customer_id = known.customer_id AND e.kind IN ('SENT', 'SHOWN')
JOIN survey s ON s.tenant_id = $1 AND s.survey_id = e.survey_id
JOIN survey_version v ON v.tenant_id = $1 AND v.survey_id = s.survey_id AND v.version = s.version
GROUP BY known.id, e.survey_id, e.response_key, v.type
HAVING max(e.occurred_at) >= $3::timestamptz
