-- Moves the customers of agents into the agents' teams, except those that have a team of their own. $1 tenant, $2 agent ids. Returns what other services
-- may know of the customers that moved.
WITH c AS (
    UPDATE customer
    SET team_id = agent.team_id, recorded_at = now()
    FROM unnest($2::uuid[]) AS moved (id)
    JOIN agent ON agent.tenant_id = $1 AND agent.agent_id = moved.id
    WHERE customer.tenant_id = $1
      AND customer.agent_id = agent.agent_id
      AND NOT customer.own_team
      AND agent.team_id IS DISTINCT FROM customer.team_id
    RETURNING customer.tenant_id, customer.customer_id, customer.external_id, customer.market, customer.language, customer.source, customer.campaign,
        customer.agent_id, customer.team_id, customer.channel_account_id, customer.acquired_at, customer.placeholder
)
SELECT c.customer_id, c.external_id, c.market, c.language, c.source, c.campaign, agent.external_id AS agent, team.external_id AS team,
       channel_account.external_id AS channel_account, c.acquired_at, c.placeholder, false AS is_new
FROM c
LEFT JOIN agent ON agent.tenant_id = c.tenant_id AND agent.agent_id = c.agent_id
LEFT JOIN team ON team.tenant_id = c.tenant_id AND team.team_id = c.team_id
LEFT JOIN channel_account ON channel_account.tenant_id = c.tenant_id AND channel_account.channel_account_id = c.channel_account_id
