-- What a property says of each of a customer's moments, in the order of (occurred_at, seq): 8 bytes each, a hash of its value, 0 where there is none.
-- $1 tenant   $2 property   $3 names wanted, null for all   $4 earliest instant   $5 latest instant, inclusive
-- $6 a name wanted from the beginning of time, or null
-- $7 teams, $8 agents: only customers who were ever held by one of them; null for all
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
    AND ($7::uuid[] IS NULL OR event.customer_id IN (
        SELECT former.customer_id FROM former_care AS former WHERE former.tenant_id = $1 AND former.team_id = ANY ($7)
        UNION ALL
        SELECT customer.customer_id FROM customer WHERE customer.tenant_id = $1 AND customer.team_id = ANY ($7)))
    AND ($8::uuid[] IS NULL OR event.customer_id IN (
        SELECT former.customer_id FROM former_care AS former WHERE former.tenant_id = $1 AND former.agent_id = ANY ($8)
        UNION ALL
        SELECT customer.customer_id FROM customer WHERE customer.tenant_id = $1 AND customer.agent_id = ANY ($8)))
GROUP BY event.customer_id
