-- The answers of a survey that are stored. 1: public key. Result: rows {response_key, copies}; copies is 1 where there is one row, one part and one event.
WITH kept AS MATERIALIZED (
    SELECT r.tenant_id, r.response_id, r.response_key
    FROM survey_key k
    JOIN response r ON r.tenant_id = k.tenant_id AND r.survey_id = k.survey_id
    WHERE k.public_key = ?
), part AS MATERIALIZED (
    SELECT tenant_id, response_id, count(*) AS parts FROM response_part GROUP BY tenant_id, response_id
), told AS MATERIALIZED (
    SELECT tenant_id, aggregate, count(*) AS events FROM outbox GROUP BY tenant_id, aggregate
)
SELECT kept.response_key, CASE WHEN part.parts = 1 AND told.events = 1 THEN 1 ELSE 2 END AS copies
FROM kept
LEFT JOIN part USING (tenant_id, response_id)
LEFT JOIN told ON told.tenant_id = kept.tenant_id AND told.aggregate = kept.response_id::text
