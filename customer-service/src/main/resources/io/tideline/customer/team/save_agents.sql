-- Stores agents; a name or team of null leaves the known one. $1 tenant, $2 ids, $3 external ids, $4 names, $5 ids of teams. Returns the agents that
-- are new or changed.
WITH changed AS (
    INSERT INTO agent AS known (tenant_id, agent_id, external_id, name, team_id)
    SELECT $1, id, external_id, name, team_id
    FROM unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[]) AS said (id, external_id, name, team_id)
    ON CONFLICT (tenant_id, agent_id) DO UPDATE
    SET name = coalesce(excluded.name, known.name),
        team_id = coalesce(excluded.team_id, known.team_id),
        recorded_at = now()
    WHERE (coalesce(excluded.name, known.name), coalesce(excluded.team_id, known.team_id))
        IS DISTINCT FROM (known.name, known.team_id)
    RETURNING tenant_id, agent_id, external_id, name, team_id, xmax = 0 AS is_new
)
SELECT changed.agent_id AS id, changed.external_id, coalesce(changed.name, changed.external_id) AS name,
       team.external_id AS team, changed.is_new
FROM changed
LEFT JOIN team ON team.tenant_id = changed.tenant_id AND team.team_id = changed.team_id
