-- The changes that a packing under way takes, as it found them.
-- $1 tenant
-- result: change_id, kind, content, packed_before (as changes.sql); no row where none is under way
SELECT change_id, kind, content, packed_before
FROM journey_packing
CROSS JOIN LATERAL unnest(round) AS change_id
JOIN journey_change USING (tenant_id, change_id)
WHERE tenant_id = $1
ORDER BY kind = 'REREAD', change_id
