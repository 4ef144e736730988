-- Dimensions of some customers as they are today, and as they were before.
-- $1 tenant   $2 customers
-- result: customer_id, market, language, source, campaign, channel_account, team, agent, former: a JSON list of [dimension, microseconds since 1970 at
-- which it ended, value] by dimension and end, null for customers whose values were always the same
SELECT customer_id, market, language, source, campaign_id::text AS campaign, channel_account_id::text AS channel_account,
    team_id::text AS team, agent_id::text AS agent, past.former
FROM customer
CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_array(dimension, (extract(epoch FROM until) * 1000000)::bigint, value) ORDER BY dimension, until) AS former
    FROM (
        SELECT dimension, value, lead(since) OVER (PARTITION BY dimension ORDER BY since) AS until
        FROM dimension_value
        WHERE dimension_value.tenant_id = $1 AND dimension_value.customer_id = customer.customer_id
    ) AS spell
    WHERE until IS NOT NULL
) AS past
WHERE tenant_id = $1 AND customer_id = ANY ($2::uuid[])
