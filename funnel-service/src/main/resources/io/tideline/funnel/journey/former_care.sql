-- Who looked after some customers before; only of those who were ever held by one of the teams and one of the agents asked for.
-- $1 tenant   $2 teams, null for all   $3 agents, null for all   $4 first customer   $5 customer before whom they stand, or null   $6 the only ones, or null
-- result: customer_id, spells: "microseconds since 1970 of its end, agent, team" and a semicolon each, by their end; a dash where there is none
SELECT customer_id,
    string_agg(
        (extract(epoch FROM until) * 1000000)::bigint || ' ' || coalesce(agent_id::text, '-') || ' ' || coalesce(team_id::text, '-') || ';', ''
        ORDER BY until) AS spells
FROM former_care
WHERE tenant_id = $1
    AND customer_id >= $4::uuid AND ($5::uuid IS NULL OR customer_id < $5::uuid)
    AND ($6::uuid[] IS NULL OR customer_id = ANY ($6::uuid[]))
    AND ($2::uuid[] IS NULL OR customer_id IN (
        SELECT held.customer_id
        FROM former_care AS held
        WHERE held.tenant_id = $1 AND held.team_id = ANY ($2)
            AND held.customer_id >= $4::uuid AND ($5::uuid IS NULL OR held.customer_id < $5::uuid)
            AND ($6::uuid[] IS NULL OR held.customer_id = ANY ($6::uuid[]))
        UNION ALL
        SELECT customer.customer_id
        FROM customer
        WHERE customer.tenant_id = $1 AND customer.team_id = ANY ($2)
            AND customer.customer_id >= $4::uuid AND ($5::uuid IS NULL OR customer.customer_id < $5::uuid)
            AND ($6::uuid[] IS NULL OR customer.customer_id = ANY ($6::uuid[]))))
    AND ($3::uuid[] IS NULL OR customer_id IN (
        SELECT held.customer_id
        FROM former_care AS held
        WHERE held.tenant_id = $1 AND held.agent_id = ANY ($3)
            AND held.customer_id >= $4::uuid AND ($5::uuid IS NULL OR held.customer_id < $5::uuid)
            AND ($6::uuid[] IS NULL OR held.customer_id = ANY ($6::uuid[]))
        UNION ALL
        SELECT customer.customer_id
        FROM customer
        WHERE customer.tenant_id = $1 AND customer.agent_id = ANY ($3)
            AND customer.customer_id >= $4::uuid AND ($5::uuid IS NULL OR customer.customer_id < $5::uuid)
            AND ($6::uuid[] IS NULL OR customer.customer_id = ANY ($6::uuid[]))))
GROUP BY customer_id
