-- Moments noted beside those that a packing takes.
-- $1 tenant   $2 changes that the packing takes
-- result: content
SELECT content
FROM journey_change
WHERE tenant_id = $1 AND kind = 'MOMENTS' AND change_id <> ALL ($2::bigint[])
