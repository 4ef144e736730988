-- Dimensions of some customers as they are today.
-- $1 tenant   $2 customers
-- result: customer_id, market, language, source, campaign, channel_account, team, agent
SELECT customer_id, market, language, source, campaign_id::text AS campaign, channel_account_id::text AS channel_account,
    team_id::text AS team, agent_id::text AS agent
FROM customer
WHERE tenant_id = $1 AND customer_id = ANY ($2::uuid[])
