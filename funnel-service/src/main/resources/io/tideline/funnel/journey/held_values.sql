-- What a property says of each moment of some customers, in the order of (occurred_at, seq): 8 bytes each, a hash of its value, 0 where there is none.
-- $1 tenant   $2 property   $3 names wanted, null for all   $4 earliest instant   $5 latest instant, inclusive
-- $6 a name wanted from the beginning of time, or null
-- $7 teams, $8 agents: only customers who were ever held by one of them; null for all
-- $9 first customer   $10 customer before whom they stand, or null   $11 the only ones, or null
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
    AND event.customer_id >= $9::uuid AND ($10::uuid IS NULL OR event.customer_id < $10::uuid)
    AND ($11::uuid[] IS NULL OR event.customer_id = ANY ($11::uuid[]))
    AND ($7::uuid[] IS NULL OR event.customer_id IN (
        SELECT held.customer_id
        FROM former_care AS held
        WHERE held.tenant_id = $1 AND held.team_id = ANY ($7)
            AND held.customer_id >= $9::uuid AND ($10::uuid IS NULL OR held.customer_id < $10::uuid)
            AND ($11::uuid[] IS NULL OR held.customer_id = ANY ($11::uuid[]))
        UNION ALL
        SELECT customer.customer_id
        FROM customer
        WHERE customer.tenant_id = $1 AND customer.team_id = ANY ($7)
            AND customer.customer_id >= $9::uuid AND ($10::uuid IS NULL OR customer.customer_id < $10::uuid)
            AND ($11::uuid[] IS NULL OR customer.customer_id = ANY ($11::uuid[]))))
    AND ($8::uuid[] IS NULL OR event.customer_id IN (
        SELECT held.customer_id
        FROM former_care AS held
        WHERE held.tenant_id = $1 AND held.agent_id = ANY ($8)
            AND held.customer_id >= $9::uuid AND ($10::uuid IS NULL OR held.customer_id < $10::uuid)
            AND ($11::uuid[] IS NULL OR held.customer_id = ANY ($11::uuid[]))
        UNION ALL
        SELECT customer.customer_id
        FROM customer
        WHERE customer.tenant_id = $1 AND customer.agent_id = ANY ($8)
            AND customer.customer_id >= $9::uuid AND ($10::uuid IS NULL OR customer.customer_id < $10::uuid)
            AND ($11::uuid[] IS NULL OR customer.customer_id = ANY ($11::uuid[]))))
GROUP BY event.customer_id
