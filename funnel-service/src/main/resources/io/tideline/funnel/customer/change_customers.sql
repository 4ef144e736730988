-- Takes over what customer-service says of its customers; what is older than what is known changes nothing.
-- $1 tenant   $2.. one array per column, a customer at most once
WITH changed AS (
    INSERT INTO customer AS known (
        tenant_id, customer_id, external_id, market, language, source,
        campaign_id, channel_account_id, team_id, agent_id, acquired_at, placeholder, changed_at)
    SELECT $1, told.*
    FROM unnest(
        $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
        $7::uuid[], $8::uuid[], $9::uuid[], $10::uuid[], $11::timestamptz[], $12::boolean[], $13::timestamptz[]) AS told
    ON CONFLICT (tenant_id, customer_id) DO UPDATE SET
        external_id = excluded.external_id,
        market = excluded.market,
        language = excluded.language,
        source = excluded.source,
        campaign_id = excluded.campaign_id,
        channel_account_id = excluded.channel_account_id,
        team_id = excluded.team_id,
        agent_id = excluded.agent_id,
        acquired_at = excluded.acquired_at,
        placeholder = excluded.placeholder,
        changed_at = excluded.changed_at
    WHERE known.changed_at <= excluded.changed_at
    RETURNING customer_id
)
INSERT INTO journey_change (tenant_id, kind, content)
SELECT $1, 'CUSTOMERS', string_agg(uuid_send(customer_id), ''::bytea ORDER BY customer_id)
FROM changed
HAVING count(*) > 0
