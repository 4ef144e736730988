-- $1 tenant   $2.. one array per column, a block at most once
INSERT INTO journey_block AS known (tenant_id, first_customer, customers, moments, dimensions, latest_seq)
SELECT $1, block.*
FROM unnest($2::uuid[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bigint[]) AS block
ON CONFLICT (tenant_id, first_customer) DO UPDATE SET
    customers = excluded.customers,
    moments = excluded.moments,
    dimensions = excluded.dimensions,
    latest_seq = excluded.latest_seq
