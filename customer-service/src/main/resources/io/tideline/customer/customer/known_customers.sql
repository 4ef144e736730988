-- What other services may know of customers. $1 tenant, $2 ids.
SELECT c.customer_id, c.external_id, c.market, c.language, c.source, c.campaign, agent.external_id AS agent, team.external_id AS team,
       channel_account.external_id AS channel_account, c.acquired_at, c.placeholder, false AS is_new
FROM customer AS c
LEFT JOIN agent ON agent.tenant_id = c.tenant_id AND agent.agent_id = c.agent_id
LEFT JOIN team ON team.tenant_id = c.tenant_id AND team.team_id = c.team_id
LEFT JOIN channel_account ON channel_account.tenant_id = c.tenant_id AND channel_account.channel_account_id = c.channel_account_id
WHERE c.tenant_id = $1 AND c.customer_id = ANY ($2::uuid[])
