-- Events as they would come in: in the order of their time through the year 2025, of any customer, the later the stage the rarer.
-- ? tenant   ? number of the first name   ? first row   ? customers   ? rows   ? first row   ? last row
INSERT INTO event (tenant_id, event_id, customer_id, name_id, occurred_at, seq)
SELECT ?, md5('bench event' || row)::uuid, md5('bench' || floor(random() * customers)::bigint)::uuid,
    first_name + floor(power(random(), 1.6) * 6)::int,
    timestamptz '2025-01-01' + ((row - first_row)::float8 / all_rows) * interval '365 days' + floor(random() * 1000) * interval '1 ms',
    row
FROM (SELECT ?::int AS first_name, ?::bigint AS first_row, ?::bigint AS customers, ?::bigint AS all_rows) AS given
CROSS JOIN generate_series(?::bigint, ?::bigint) AS row
