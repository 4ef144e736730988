-- What a property says of each of a customer's moments, in the order of (occurred_at, seq): 8 bytes each, a hash of its value, 0 where there is none.
-- $1 tenant   $2 property   $3 names wanted, null for all   $4 earliest instant   $5 latest instant, inclusive
-- $6 a name wanted from the beginning of time, or null
-- result: customer_id, held
SELECT
    event.customer_id,
    string_agg(
        int8send(coalesce(hashtextextended(event.properties ->> $2, 0), 0)), ''::bytea
        ORDER BY event.occurred_at, event.seq) AS held
FROM event
WHERE event.tenant_id = $1
    AND ($3::int[] IS NULL OR event.name_id = ANY ($3))
    AND event.occurred_at <= $5
    AND (event.occurred_at >= $4 OR event.name_id = $6::int)
GROUP BY event.customer_id
