-- Notes who looked after customers until they changed hands; to be told before the change itself. Learning an agent or a team for the first time ends nothing,
-- nor does what is older than what is known.
-- $1 tenant   one array element a change, oldest first: $2 customers, $3 instants, $4 agents from then on, $5 teams from then on
WITH told AS (
    SELECT said.* FROM unnest($2::uuid[], $3::timestamptz[], $4::uuid[], $5::uuid[])
        WITH ORDINALITY AS said (customer_id, at, agent_id, team_id, place)
    LEFT JOIN customer known ON known.tenant_id = $1 AND known.customer_id = said.customer_id
    WHERE coalesce(known.changed_at <= said.at, true)
), step AS (
    SELECT told.customer_id, told.at, told.agent_id AS next_agent, told.team_id AS next_team,
        CASE WHEN row_number() OVER run = 1 THEN customer.agent_id ELSE lag(told.agent_id) OVER run END AS agent_id,
        CASE WHEN row_number() OVER run = 1 THEN customer.team_id ELSE lag(told.team_id) OVER run END AS team_id
    FROM told
    LEFT JOIN customer ON customer.tenant_id = $1 AND customer.customer_id = told.customer_id
    WINDOW run AS (PARTITION BY told.customer_id ORDER BY told.place)
), ended AS (
    SELECT customer_id, at, agent_id, team_id, lag(at) OVER (PARTITION BY customer_id ORDER BY at) AS previous
    FROM step
    WHERE agent_id <> coalesce(next_agent, '00000000-0000-0000-0000-000000000000')
        OR team_id <> coalesce(next_team, '00000000-0000-0000-0000-000000000000')
), spell AS (
    SELECT customer_id, at, agent_id, team_id,
        coalesce(
            previous,
            (SELECT max(until) FROM former_care WHERE tenant_id = $1 AND former_care.customer_id = ended.customer_id),
            '-infinity') AS since
    FROM ended
)
INSERT INTO former_care (tenant_id, customer_id, since, until, agent_id, team_id)
SELECT $1, customer_id, since, at, agent_id, team_id
FROM spell
WHERE since < at
ON CONFLICT (tenant_id, customer_id, until) DO NOTHING
