-- Of customers of whom something is told, those whom it makes different; to be asked before it is taken over. $1 tenant, then arrays with one element a
-- change: $2 customers, $3 markets, $4 languages, $5 sources, $6 campaigns, $7 channel accounts, $8 teams, $9 agents. Result: rows {customer_id}.
SELECT DISTINCT told.customer_id
FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[])
    AS told (customer_id, market, language, source, campaign_id, channel_account_id, team_id, agent_id)
LEFT JOIN customer known ON known.tenant_id = $1 AND known.customer_id = told.customer_id
WHERE (known.market, known.language, known.source, known.campaign_id, known.channel_account_id, known.team_id, known.agent_id)
    IS DISTINCT FROM (told.market, told.language, told.source, told.campaign_id, told.channel_account_id, told.team_id, told.agent_id)
