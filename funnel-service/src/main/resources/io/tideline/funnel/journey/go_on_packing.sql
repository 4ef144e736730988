-- Notes how far a packing has come, and customers to be read anew.
-- $1 tenant   $2 changes it takes   $3 customer before whom they are packed   $4 ids of customers to read anew, 16 bytes each; empty for none
WITH marked AS (
    INSERT INTO journey_change (tenant_id, kind, content)
    SELECT $1, 'REREAD', $4::bytea WHERE octet_length($4::bytea) > 0
)
INSERT INTO journey_packing (tenant_id, times, round, packed_before)
VALUES ($1, 0, $2::bigint[], $3::uuid)
ON CONFLICT (tenant_id) DO UPDATE SET round = excluded.round, packed_before = excluded.packed_before
