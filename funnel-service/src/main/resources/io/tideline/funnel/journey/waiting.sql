-- How much has happened to journeys since they were packed.
-- $1 tenant
-- result: changes, bytes (an id counts four times, one to be read anew sixteen times), packings (how often journeys were packed)
SELECT count(*) AS changes, coalesce(sum(octet_length(content) * CASE kind WHEN 'MOMENTS' THEN 1 WHEN 'CUSTOMERS' THEN 4 ELSE 16 END), 0) AS bytes,
    coalesce((SELECT times FROM journey_packing WHERE journey_packing.tenant_id = $1), 0) AS packings
FROM journey_change
WHERE tenant_id = $1
