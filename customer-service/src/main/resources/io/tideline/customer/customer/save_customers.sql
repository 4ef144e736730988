-- Stores customers; what is null leaves the known value. A customer without a team of its own is in its agent's. $1 tenant; one array element a
-- customer: $2 ids, $3 external ids, $4 names, $5 e-mail addresses, $6 phone numbers, $7 markets, $8 languages, $9 sources, $10 campaigns, $11 campaign ids,
-- $12 agent ids, $13 ids of own teams, $14 channel account ids, $15 acquired at. Agents, teams and accounts are stored already.
-- Returns what other services may know of the customers that are new or changed.
WITH c AS (
    INSERT INTO customer AS known (tenant_id, customer_id, external_id, name, email, phone, market, language, source,
        campaign, campaign_id, agent_id, team_id, own_team, channel_account_id, acquired_at)
    SELECT $1, said.customer_id, said.external_id, said.name, said.email, said.phone, said.market, said.language, said.source,
           said.campaign, said.campaign_id, said.agent_id, coalesce(said.team_id, agent.team_id), said.team_id IS NOT NULL,
           said.channel_account_id, said.acquired_at
    FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
                $11::uuid[], $12::uuid[], $13::uuid[], $14::uuid[], $15::timestamptz[])
        AS said (customer_id, external_id, name, email, phone, market, language, source, campaign,
                 campaign_id, agent_id, team_id, channel_account_id, acquired_at)
    LEFT JOIN agent ON agent.tenant_id = $1 AND agent.agent_id = said.agent_id
    ON CONFLICT (tenant_id, customer_id) DO UPDATE
    SET name = coalesce(excluded.name, known.name),
        email = coalesce(excluded.email, known.email),
        phone = coalesce(excluded.phone, known.phone),
        market = coalesce(excluded.market, known.market),
        language = coalesce(excluded.language, known.language),
        source = coalesce(excluded.source, known.source),
        campaign = coalesce(excluded.campaign, known.campaign),
        campaign_id = coalesce(excluded.campaign_id, known.campaign_id),
        agent_id = coalesce(excluded.agent_id, known.agent_id),
        team_id = CASE
            WHEN excluded.own_team OR (excluded.agent_id IS NOT NULL AND NOT known.own_team) THEN excluded.team_id
            ELSE known.team_id
        END,
        own_team = known.own_team OR excluded.own_team,
        channel_account_id = coalesce(excluded.channel_account_id, known.channel_account_id),
        acquired_at = coalesce(excluded.acquired_at, known.acquired_at),
        placeholder = false,
        recorded_at = now()
    WHERE known.placeholder
       OR excluded.name <> coalesce(known.name, '')
       OR excluded.email <> coalesce(known.email, '')
       OR excluded.phone <> coalesce(known.phone, '')
       OR excluded.market <> coalesce(known.market, '')
       OR excluded.language <> coalesce(known.language, '')
       OR excluded.source <> coalesce(known.source, '')
       OR excluded.campaign <> coalesce(known.campaign, '')
       OR (excluded.agent_id IS NOT NULL AND excluded.agent_id IS DISTINCT FROM known.agent_id)
       OR (excluded.own_team AND (NOT known.own_team OR excluded.team_id IS DISTINCT FROM known.team_id))
       OR (excluded.channel_account_id IS NOT NULL AND excluded.channel_account_id IS DISTINCT FROM known.channel_account_id)
       OR (excluded.acquired_at IS NOT NULL AND excluded.acquired_at IS DISTINCT FROM known.acquired_at)
    RETURNING tenant_id, customer_id, external_id, market, language, source, campaign, agent_id, team_id, channel_account_id, acquired_at, placeholder, xmax = 0 AS is_new
)
SELECT c.customer_id, c.external_id, c.market, c.language, c.source, c.campaign, agent.external_id AS agent, team.external_id AS team,
       channel_account.external_id AS channel_account, c.acquired_at, c.placeholder, c.is_new
FROM c
LEFT JOIN agent ON agent.tenant_id = c.tenant_id AND agent.agent_id = c.agent_id
LEFT JOIN team ON team.tenant_id = c.tenant_id AND team.team_id = c.team_id
LEFT JOIN channel_account ON channel_account.tenant_id = c.tenant_id AND channel_account.channel_account_id = c.channel_account_id
