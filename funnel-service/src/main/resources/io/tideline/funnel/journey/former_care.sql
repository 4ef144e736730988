-- Who looked after customers before; only of customers who were ever held by one of the teams and one of the agents asked for.
-- $1 tenant   $2 teams, null for all   $3 agents, null for all
-- result: customer_id, spells: "microseconds since 1970 of its end, agent, team" and a semicolon each, by their end; a dash where there is none
SELECT customer_id,
    string_agg(
        (extract(epoch FROM until) * 1000000)::bigint || ' ' || coalesce(agent_id::text, '-') || ' ' || coalesce(team_id::text, '-') || ';', ''
        ORDER BY until) AS spells
FROM former_care
WHERE tenant_id = $1
    AND ($2::uuid[] IS NULL OR customer_id IN (
        SELECT held.customer_id FROM former_care AS held WHERE held.tenant_id = $1 AND held.team_id = ANY ($2)
        UNION ALL
        SELECT customer.customer_id FROM customer WHERE customer.tenant_id = $1 AND customer.team_id = ANY ($2)))
    AND ($3::uuid[] IS NULL OR customer_id IN (
        SELECT held.customer_id FROM former_care AS held WHERE held.tenant_id = $1 AND held.agent_id = ANY ($3)
        UNION ALL
        SELECT customer.customer_id FROM customer WHERE customer.tenant_id = $1 AND customer.agent_id = ANY ($3)))
GROUP BY customer_id
