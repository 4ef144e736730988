-- Who looked after customers before.
-- $1 tenant
-- result: customer_id, spells: "microseconds since 1970 of its end, agent, team" and a semicolon each, by their end; a dash where there is none
SELECT customer_id,
    string_agg(
        (extract(epoch FROM until) * 1000000)::bigint || ' ' || coalesce(agent_id::text, '-') || ' ' || coalesce(team_id::text, '-') || ';', ''
        ORDER BY until) AS spells
FROM former_care
WHERE tenant_id = $1
GROUP BY customer_id
