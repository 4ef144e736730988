-- Notes the teams that agents were in until they went to others; to be told before the change itself. Learning a team for the first time ends nothing, nor
-- does what is older than what is known.
-- $1 tenant   one array element a change, oldest first: $2 agents, $3 instants, $4 teams from then on
WITH told AS (
    SELECT said.* FROM unnest($2::uuid[], $3::timestamptz[], $4::uuid[]) WITH ORDINALITY AS said (agent_id, at, team_id, place)
    LEFT JOIN label known ON known.tenant_id = $1 AND known.kind = 'AGENT' AND known.label_id = said.agent_id
    WHERE coalesce(known.changed_at <= said.at, true)
), step AS (
    SELECT told.agent_id, told.at, told.team_id AS next_team,
        CASE WHEN row_number() OVER run = 1 THEN label.team_id ELSE lag(told.team_id) OVER run END AS team_id
    FROM told
    LEFT JOIN label ON label.tenant_id = $1 AND label.kind = 'AGENT' AND label.label_id = told.agent_id
    WINDOW run AS (PARTITION BY told.agent_id ORDER BY told.place)
), ended AS (
    SELECT agent_id, at, team_id, lag(at) OVER (PARTITION BY agent_id ORDER BY at) AS previous
    FROM step
    WHERE team_id <> coalesce(next_team, '00000000-0000-0000-0000-000000000000')
), spell AS (
    SELECT agent_id, at, team_id,
        coalesce(
            previous,
            (SELECT max(until) FROM former_membership WHERE tenant_id = $1 AND former_membership.agent_id = ended.agent_id),
            '-infinity') AS since
    FROM ended
)
INSERT INTO former_membership (tenant_id, agent_id, since, until, team_id)
SELECT $1, agent_id, since, at, team_id
FROM spell
WHERE since < at
ON CONFLICT (tenant_id, agent_id, until) DO NOTHING
