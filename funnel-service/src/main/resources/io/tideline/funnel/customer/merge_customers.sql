-- Gives the facts of merged customers to the one that remains; their own rows stay as signposts.
-- $1 tenant   $2 ids merged   $3 ids they were merged into
WITH pair AS (
    SELECT * FROM unnest($2::uuid[], $3::uuid[]) AS merged (from_id, into_id)
), signpost AS (
    UPDATE customer SET merged_into = pair.into_id
    FROM pair
    WHERE customer.tenant_id = $1
        AND (customer.customer_id = pair.from_id OR customer.merged_into = pair.from_id)
        AND customer.customer_id <> pair.into_id
), moved AS (
    UPDATE event SET customer_id = pair.into_id, told_of = coalesce(event.told_of, pair.from_id)
    FROM pair
    WHERE event.tenant_id = $1 AND event.customer_id = pair.from_id
), noted AS (
    INSERT INTO journey_change (tenant_id, kind, content)
    SELECT $1, 'REREAD', string_agg(uuid_send(from_id) || uuid_send(into_id), ''::bytea) FROM pair
), taken AS (
    DELETE FROM tag_interval AS kept
    USING pair
    WHERE kept.tenant_id = $1 AND kept.customer_id IN (pair.from_id, pair.into_id)
    RETURNING pair.into_id, kept.tag, kept.during
), joined AS (
    SELECT into_id, tag, unnest(range_agg(during)) AS during FROM taken GROUP BY into_id, tag
)
INSERT INTO tag_interval (tenant_id, customer_id, tag, entered_at, left_at)
SELECT $1, into_id, tag, lower(during), upper(during) FROM joined
ON CONFLICT (tenant_id, customer_id, tag, entered_at) DO NOTHING
