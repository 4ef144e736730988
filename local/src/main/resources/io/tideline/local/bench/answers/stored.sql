-- The answers that are stored. Result: rows {response_key, copies}; copies is the most of rows, parts and events there are of one answer.
SELECT r.response_key, greatest(count(DISTINCT r.response_id), count(DISTINCT p.revision), count(DISTINCT o.event_id)) AS copies
FROM response r
LEFT JOIN response_part p ON p.tenant_id = r.tenant_id AND p.response_id = r.response_id
LEFT JOIN outbox o ON o.tenant_id = r.tenant_id AND o.aggregate = r.response_id::text
GROUP BY r.tenant_id, r.survey_id, r.response_key
