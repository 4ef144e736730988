-- Moments of each customer, packed in the order of (occurred_at, seq): 8 bytes of microseconds since 2000 and 4 bytes of name number each.
-- $1 tenant   $2 names wanted, null for all   $3 earliest instant   $4 latest instant, inclusive
-- $5 a name wanted from the beginning of time, or null   $6 dimension to group by, or null
-- $7 markets   $8 languages   $9 sources   $10 campaigns   $11 channel accounts   $12 teams   $13 agents   $14 tags   $15 instant of the tags
-- $16 only team seen   $17 only agent seen
-- Teams and agents count where the customer was in their care at any time; the reader decides by the time of what it counts.
-- result: customer_id, group_value of today (empty without one), moments, care: null for customers that never changed hands, otherwise "microseconds
-- since 1970, agent, team" for each former spell by its end, then "agent, team" of today; a dash where there is none
SELECT
    event.customer_id,
    min(coalesce(CASE $6::text
        WHEN 'MARKET' THEN customer.market
        WHEN 'LANGUAGE' THEN customer.language
        WHEN 'SOURCE' THEN customer.source
        WHEN 'CAMPAIGN' THEN customer.campaign_id::text
        WHEN 'CHANNEL_ACCOUNT' THEN customer.channel_account_id::text
        WHEN 'TEAM' THEN customer.team_id::text
        WHEN 'AGENT' THEN customer.agent_id::text
    END, '')) AS group_value,
    string_agg(
        timestamptz_send(event.occurred_at) || int4send(event.name_id), ''::bytea
        ORDER BY event.occurred_at, event.seq) AS moments,
    min(former.spells || coalesce(customer.agent_id::text, '-') || ' ' || coalesce(customer.team_id::text, '-')) AS care
FROM event
JOIN customer ON customer.tenant_id = event.tenant_id AND customer.customer_id = event.customer_id
LEFT JOIN (
    SELECT
        former_care.customer_id,
        string_agg(
            (extract(epoch FROM until) * 1000000)::bigint || ' ' || coalesce(agent_id::text, '-') || ' ' || coalesce(team_id::text, '-') || ';', ''
            ORDER BY until) AS spells
    FROM former_care
    WHERE former_care.tenant_id = $1
    GROUP BY former_care.customer_id
) AS former ON former.customer_id = customer.customer_id
WHERE event.tenant_id = $1
    AND ($2::int[] IS NULL OR event.name_id = ANY ($2))
    AND event.occurred_at <= $4
    AND (event.occurred_at >= $3 OR event.name_id = $5::int)
    AND ($7::text[] IS NULL OR customer.market = ANY ($7))
    AND ($8::text[] IS NULL OR customer.language = ANY ($8))
    AND ($9::text[] IS NULL OR customer.source = ANY ($9))
    AND ($10::uuid[] IS NULL OR customer.campaign_id = ANY ($10))
    AND ($11::uuid[] IS NULL OR customer.channel_account_id = ANY ($11))
    AND ($12::uuid[] IS NULL OR customer.team_id = ANY ($12) OR customer.customer_id = ANY (ARRAY(
        SELECT former_care.customer_id FROM former_care WHERE former_care.tenant_id = $1 AND former_care.team_id = ANY ($12))))
    AND ($13::uuid[] IS NULL OR customer.agent_id = ANY ($13) OR customer.customer_id = ANY (ARRAY(
        SELECT former_care.customer_id FROM former_care WHERE former_care.tenant_id = $1 AND former_care.agent_id = ANY ($13))))
    AND ($14::text[] IS NULL OR EXISTS (
        SELECT FROM tag_interval
        WHERE tag_interval.tenant_id = $1
            AND tag_interval.customer_id = customer.customer_id
            AND tag_interval.tag = ANY ($14)
            AND tag_interval.during @> $15::timestamptz))
    AND ($16::uuid IS NULL OR customer.team_id = $16 OR customer.customer_id = ANY (ARRAY(
        SELECT former_care.customer_id FROM former_care WHERE former_care.tenant_id = $1 AND former_care.team_id = $16)))
    AND ($17::uuid IS NULL OR customer.agent_id = $17 OR customer.customer_id = ANY (ARRAY(
        SELECT former_care.customer_id FROM former_care WHERE former_care.tenant_id = $1 AND former_care.agent_id = $17)))
GROUP BY event.customer_id
