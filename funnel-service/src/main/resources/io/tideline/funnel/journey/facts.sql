-- Moments of some customers from the facts themselves, in the order of (occurred_at, seq): 8 bytes of microseconds since 2000 and 4 bytes of name number
-- each; and the customers' dimensions of today and before.
-- $1 tenant   $2 customers
-- The customers are told to both parts: how many of them have events is guessed badly, and a guess too high reads every customer there is.
-- result: customer_id, moments, latest_seq, market, language, source, campaign, channel_account, team, agent, former: a JSON list of [dimension,
-- microseconds since 1970 at which it ended, value] by dimension and end, or null; no row for customers without moments
SELECT journey.customer_id, journey.moments, journey.latest_seq, customer.market, customer.language, customer.source,
    customer.campaign_id::text AS campaign, customer.channel_account_id::text AS channel_account,
    customer.team_id::text AS team, customer.agent_id::text AS agent, past.former
FROM (
    SELECT event.customer_id, max(event.seq) AS latest_seq,
        string_agg(
            timestamptz_send(event.occurred_at) || int4send(event.name_id), ''::bytea
            ORDER BY event.occurred_at, event.seq) AS moments
    FROM event
    WHERE event.tenant_id = $1 AND event.customer_id = ANY ($2::uuid[])
    GROUP BY event.customer_id
) AS journey
JOIN customer ON customer.tenant_id = $1 AND customer.customer_id = journey.customer_id AND customer.customer_id = ANY ($2::uuid[])
CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_array(dimension, (extract(epoch FROM until) * 1000000)::bigint, value) ORDER BY dimension, until) AS former
    FROM (
        SELECT dimension, value, lead(since) OVER (PARTITION BY dimension ORDER BY since) AS until
        FROM dimension_value
        WHERE dimension_value.tenant_id = $1 AND dimension_value.customer_id = journey.customer_id
    ) AS spell
    WHERE until IS NOT NULL
) AS past
ORDER BY journey.customer_id
