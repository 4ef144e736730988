-- Customers in each stage at an instant: those who carry the stage's tag, and those whose latest moment in the funnel is the stage's event or order.
-- $1 tenant   $2 instant   one row a way into a stage: $3 stages, from 0   $4 name numbers   $5 tags or null   $6 FIRST, REPEAT or ANY for orders, or null
-- $7 markets   $8 languages   $9 sources   $10 campaigns   $11 channel accounts   $12 teams   $13 agents   $14 tags   $15 instant of the tags
-- $16 only team seen   $17 only agent seen
-- result: stage, members; no row for an empty stage
WITH way AS (
    SELECT * FROM unnest($3::int[], $4::int[], $5::text[], $6::text[]) AS named (stage, name_id, tag, orders)
), carrying AS (
    SELECT way.stage, tag_interval.customer_id
    FROM tag_interval
    JOIN way ON way.tag = tag_interval.tag
    WHERE tag_interval.tenant_id = $1 AND tag_interval.during @> $2::timestamptz
), latest AS (
    SELECT DISTINCT ON (event.customer_id) event.customer_id, event.name_id
    FROM event
    WHERE event.tenant_id = $1
        AND event.occurred_at <= $2
        AND event.name_id IN (SELECT way.name_id FROM way)
    ORDER BY event.customer_id, event.occurred_at DESC, event.seq DESC
), ordering AS (
    SELECT event.customer_id, count(*) AS orders
    FROM event
    WHERE event.tenant_id = $1
        AND event.occurred_at <= $2
        AND event.name_id IN (SELECT way.name_id FROM way WHERE way.orders IS NOT NULL)
    GROUP BY event.customer_id
), standing AS (
    SELECT way.stage, latest.customer_id
    FROM latest
    JOIN way ON way.name_id = latest.name_id AND way.tag IS NULL
    LEFT JOIN ordering ON ordering.customer_id = latest.customer_id
    WHERE way.orders IS NULL
        OR way.orders = 'ANY'
        OR (way.orders = 'FIRST' AND ordering.orders = 1)
        OR (way.orders = 'REPEAT' AND ordering.orders > 1)
), member AS (
    SELECT stage, customer_id FROM carrying
    UNION
    SELECT stage, customer_id FROM standing
)
SELECT member.stage, count(*) AS members
FROM member
JOIN customer ON customer.tenant_id = $1 AND customer.customer_id = member.customer_id
WHERE ($7::text[] IS NULL OR customer.market = ANY ($7))
    AND ($8::text[] IS NULL OR customer.language = ANY ($8))
    AND ($9::text[] IS NULL OR customer.source = ANY ($9))
    AND ($10::uuid[] IS NULL OR customer.campaign_id = ANY ($10))
    AND ($11::uuid[] IS NULL OR customer.channel_account_id = ANY ($11))
    AND ($12::uuid[] IS NULL OR customer.team_id = ANY ($12))
    AND ($13::uuid[] IS NULL OR customer.agent_id = ANY ($13))
    AND ($14::text[] IS NULL OR EXISTS (
        SELECT FROM tag_interval
        WHERE tag_interval.tenant_id = $1
            AND tag_interval.customer_id = customer.customer_id
            AND tag_interval.tag = ANY ($14)
            AND tag_interval.during @> $15::timestamptz))
    AND ($16::uuid IS NULL OR customer.team_id = $16)
    AND ($17::uuid IS NULL OR customer.agent_id = $17)
GROUP BY member.stage
