-- Copies of surveys that came to customers: sent, shown or answered, those of customers merged with them included. What was answered, begun or closed was
-- shown, though the word of that may be lost. $1 tenant, $2 customer ids, $3 in how many days something must have happened to a copy; what happened to it
-- before that counts too. Result: rows {customer_id as asked, survey_id, type as the copy asked, contacted_at, shown_at: null where it was only sent,
-- reserved_until: where nothing is known but that its link was made, when it counts no more, asked_at: the time now}.
-- The type is that of the version that was answered, or else of the one that stood when the copy came; the first where there was none yet.
WITH person AS (
    SELECT asked.id, coalesce(a.to_id, asked.id) AS standing
    FROM (SELECT DISTINCT id FROM unnest($2::uuid[]) AS given (id)) AS asked
    LEFT JOIN customer_alias a ON a.tenant_id = $1 AND a.from_id = asked.id
), known AS (
    SELECT id, standing AS customer_id FROM person
    UNION
    SELECT person.id, a.from_id FROM person JOIN customer_alias a ON a.tenant_id = $1 AND a.to_id = person.standing
), happened AS (
    SELECT known.id, e.survey_id, e.response_key, e.occurred_at AS at, e.kind <> 'SENT' AS shown, NULL AS type, NULL::timestamptz AS reserved_until
    FROM known JOIN delivery_event e ON e.tenant_id = $1 AND e.customer_id = known.customer_id
    UNION ALL
    SELECT known.id, r.survey_id, r.response_key, r.answered_at, true, r.type, NULL
    FROM known JOIN response r ON r.tenant_id = $1 AND r.customer_id = known.customer_id
    UNION ALL
    SELECT known.id, m.survey_id, m.response_key, m.recorded_at, false, NULL, m.recorded_at + interval '1 day'
    FROM known JOIN minted_link m ON m.tenant_id = $1 AND m.customer_id = known.customer_id AND m.recorded_at > now() - interval '1 day'
), copy AS (
    SELECT id, survey_id, response_key, coalesce(min(at) FILTER (WHERE reserved_until IS NULL), min(at)) AS contacted_at,
           min(at) FILTER (WHERE shown) AS shown_at, coalesce(min(at) FILTER (WHERE shown), min(at)) AS came_at, max(type) AS type,
           CASE WHEN every(reserved_until IS NOT NULL) THEN max(reserved_until) END AS reserved_until
    FROM happened
    GROUP BY id, survey_id, response_key
    HAVING max(at) >= now() - $3::int * interval '24 hours'
)
SELECT copy.id AS customer_id, copy.survey_id, coalesce(copy.type, stood.type) AS type, copy.contacted_at, copy.shown_at, copy.reserved_until, now() AS asked_at
FROM copy
CROSS JOIN LATERAL (
    SELECT v.type
    FROM survey_version v
    WHERE v.tenant_id = $1 AND v.survey_id = copy.survey_id
    ORDER BY v.recorded_at > copy.came_at, abs(extract(epoch FROM v.recorded_at - copy.came_at))
    LIMIT 1
) AS stood
