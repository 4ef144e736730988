-- Stores intervals; one that is known by customer, tag and entering gets another end. $1 tenant; one array element an interval: $2 event ids,
-- $3 customer ids, $4 tags, $5 entered at, $6 left at or null. That no two intervals of a customer and tag overlap is checked at commit.
INSERT INTO tag_interval (tenant_id, event_id, customer_id, tag, during)
SELECT $1, event_id, customer_id, tag, tstzrange(entered_at, left_at, '[)')
FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::timestamptz[])
    AS said (event_id, customer_id, tag, entered_at, left_at)
ON CONFLICT (tenant_id, event_id) DO UPDATE
SET during = excluded.during,
    recorded_at = now()
