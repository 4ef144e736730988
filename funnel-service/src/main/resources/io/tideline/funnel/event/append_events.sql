-- Stores moments once each, beside the facts also for the packed journeys; those of one instant keep the order of their batch.
-- $1 tenant   $2 event ids, each once   $3 customer ids   $4 name ids   $5 instants   $6 properties as JSON or null
-- $7 places in the batch, below 16384   $8 customer the fact named, where it was merged into another, or null
-- result: place of every moment that was stored before
WITH batch AS (
    SELECT nextval('event_batch') AS number
), given AS (
    SELECT *
    FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::timestamptz[], $6::text[], $7::int[], $8::uuid[])
        AS told (event_id, customer_id, name_id, occurred_at, properties, place, told_of)
), stored AS (
    INSERT INTO event (tenant_id, event_id, customer_id, name_id, occurred_at, seq, properties, told_of)
    SELECT $1, given.event_id, given.customer_id, given.name_id, given.occurred_at,
        batch.number * 16384 + given.place, given.properties::jsonb, given.told_of
    FROM batch
    CROSS JOIN given
    ON CONFLICT (tenant_id, event_id) DO NOTHING
    RETURNING event_id, customer_id, occurred_at, seq, name_id
), noted AS (
    INSERT INTO journey_change (tenant_id, kind, content)
    SELECT $1, 'MOMENTS', string_agg(
        uuid_send(customer_id) || timestamptz_send(occurred_at) || int8send(seq) || int4send(name_id), ''::bytea
        ORDER BY customer_id, occurred_at, seq)
    FROM stored
    HAVING count(*) > 0
)
SELECT given.place
FROM given
LEFT JOIN stored USING (event_id)
WHERE stored.event_id IS NULL
