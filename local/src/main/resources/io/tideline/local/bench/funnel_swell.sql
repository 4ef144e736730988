-- Notes of events for packing as the door writes them, with no facts behind them: some 15 of each customer through the year 2025, neighbours together.
-- ? tenant   ? number of the first name   ? first of all these customers   ? last of all these customers   ? first customer   ? last customer
INSERT INTO journey_change (tenant_id, kind, content)
SELECT tenant, 'MOMENTS', string_agg(
    uuid_send(customer_id) || timestamptz_send(occurred_at) || int8send(seq) || int4send(name_id), ''::bytea
    ORDER BY customer_id, occurred_at, seq)
FROM (
    SELECT tenant, customer,
        (lpad(to_hex((customer - first_one) * 4294967295 / (last_one - first_one + 1)), 8, '0') || substr(md5('bench' || customer), 9))::uuid AS customer_id,
        timestamptz '2025-01-01' + random() * interval '365 days' AS occurred_at,
        customer * 32 + event AS seq,
        first_name + floor(power(random(), 1.6) * 6)::int AS name_id
    FROM (SELECT ?::text AS tenant, ?::int AS first_name, ?::bigint AS first_one, ?::bigint AS last_one) AS given
    CROSS JOIN generate_series(?::bigint, ?::bigint) AS customer
    CROSS JOIN LATERAL generate_series(1, 1 + (customer * 7919 % 29)::int) AS event
) AS invented
GROUP BY tenant, customer / 1024
ORDER BY customer / 1024
