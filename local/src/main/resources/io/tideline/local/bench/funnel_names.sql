-- The six stages, one number after the other; made once.
-- ? tenant
INSERT INTO event_name (tenant_id, kind, name)
SELECT tenant, 'EVENT', 'bench stage ' || stage
FROM (SELECT ?::text AS tenant) AS given
CROSS JOIN generate_series(1, 6) AS stage
WHERE NOT EXISTS (SELECT FROM event_name WHERE tenant_id = tenant AND kind = 'EVENT' AND name LIKE 'bench stage %')
ORDER BY stage
