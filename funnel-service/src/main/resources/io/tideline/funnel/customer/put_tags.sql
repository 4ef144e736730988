-- Puts the tags of customers who have none, overlapping intervals of one tag joined.
-- $1 tenant   one array element an interval: $2 customers, $3 tags, $4 starts, $5 ends, null while carried
INSERT INTO tag_interval (tenant_id, customer_id, tag, entered_at, left_at)
SELECT $1, joined.customer_id, joined.tag, lower(joined.during), upper(joined.during)
FROM (
    SELECT told.customer_id, told.tag, unnest(range_agg(tstzrange(told.entered_at, told.left_at))) AS during
    FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[]) AS told (customer_id, tag, entered_at, left_at)
    GROUP BY told.customer_id, told.tag
) AS joined
ON CONFLICT (tenant_id, customer_id, tag, entered_at) DO UPDATE SET left_at = excluded.left_at
