-- Notes all facts for packing, neighbours together; with nothing packed, journeys are built anew from them.
-- ? tenant
INSERT INTO journey_change (tenant_id, kind, content)
SELECT tenant_id, 'MOMENTS', string_agg(
    uuid_send(customer_id) || timestamptz_send(occurred_at) || int8send(seq) || int4send(name_id), ''::bytea
    ORDER BY customer_id, occurred_at, seq)
FROM (
    SELECT tenant_id, customer_id, occurred_at, seq, name_id,
        row_number() OVER (ORDER BY customer_id, occurred_at, seq) / 16384 AS part
    FROM event
    WHERE tenant_id = ?
) AS numbered
GROUP BY tenant_id, part
ORDER BY part
