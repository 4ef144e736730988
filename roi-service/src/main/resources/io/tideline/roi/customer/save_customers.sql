-- Dimensions of customers as they were last changed; what is older than what is known changes nothing. $1 tenant, then arrays, one element a customer: $2 ids, $3 external ids, $4 markets, $5 languages, $6 sources,
-- $7 campaigns, $8 channel accounts, $9 teams, $10 agents, $11 acquired at, $12 when.
INSERT INTO customer AS known (tenant_id, customer_id, person_id, external_id, market, language, source, campaign_id, channel_account_id, team_id, agent_id, acquired_at,
    changed_at)
SELECT $1, customer_id, customer_id, external_id, market, language, source, campaign_id, channel_account_id, team_id, agent_id, acquired_at,
    changed_at
FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::uuid[], $9::uuid[], $10::uuid[], $11::timestamptz[],
            $12::timestamptz[])
     AS heard (customer_id, external_id, market, language, source, campaign_id, channel_account_id, team_id, agent_id, acquired_at,
               changed_at)
ON CONFLICT (tenant_id, customer_id) DO UPDATE
SET external_id = excluded.external_id, market = excluded.market, language = excluded.language, source = excluded.source,
    campaign_id = excluded.campaign_id, channel_account_id = excluded.channel_account_id, team_id = excluded.team_id, agent_id = excluded.agent_id,
    acquired_at = excluded.acquired_at, changed_at = excluded.changed_at, recorded_at = now()
WHERE known.changed_at <= excluded.changed_at
