-- Notes since when customers' dimensions have been what. Whatever comes in whatever order, and however often, the same is noted in the end.
-- $1 tenant   one array element a value: $2 customers, $3 dimensions, $4 instants, null for from the beginning, $5 values; an instant of a dimension of a
-- customer at most once
WITH noted AS (
    INSERT INTO dimension_value AS known (tenant_id, customer_id, dimension, since, value)
    SELECT $1, told.customer_id, told.dimension, coalesce(told.since, '-infinity'), told.value
    FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::text[]) AS told (customer_id, dimension, since, value)
    ON CONFLICT (tenant_id, customer_id, dimension, since) DO UPDATE SET value = excluded.value, recorded_at = now()
    WHERE known.value <> excluded.value
    RETURNING customer_id
)
INSERT INTO journey_change (tenant_id, kind, content)
SELECT $1, 'CUSTOMERS', string_agg(uuid_send(customer_id), ''::bytea ORDER BY customer_id)
FROM (SELECT DISTINCT customer_id FROM noted) AS touched
HAVING count(*) > 0
