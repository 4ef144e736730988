-- Forgets the changes that are packed, marks customers to be read anew, and counts the packing.
-- $1 tenant   $2 changes packed   $3 ids of customers to read anew, 16 bytes each; empty for none
WITH forgotten AS (
    DELETE FROM journey_change WHERE tenant_id = $1 AND change_id = ANY ($2::bigint[])
), marked AS (
    INSERT INTO journey_change (tenant_id, kind, content)
    SELECT $1, 'REREAD', $3::bytea WHERE octet_length($3::bytea) > 0
)
INSERT INTO journey_packing (tenant_id, times)
VALUES ($1, 1)
ON CONFLICT (tenant_id) DO UPDATE SET times = journey_packing.times + 1, round = NULL, packed_before = NULL
