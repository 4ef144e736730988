-- $1 tenant, $2 customers, $3 tags, $4 from, $5 until (null while active); each customer, tag and from once.
INSERT INTO customer_tag (tenant_id, customer_id, tag, from_at, until_at)
SELECT $1, customer_id, tag, from_at, until_at
FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[]) AS changed (customer_id, tag, from_at, until_at)
ON CONFLICT (tenant_id, customer_id, tag, from_at) DO UPDATE SET until_at = excluded.until_at, recorded_at = now()
