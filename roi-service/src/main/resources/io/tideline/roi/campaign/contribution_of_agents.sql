-- Deals that name a campaign started in a stretch of time, of the agents who looked after the customers at the order, with the sends of those campaigns. $1 tenant, $2 agents, $3 start, $4 end,
-- $5 only team or null, $6 only agent or null. Agents out of the caller's sight give no row.
WITH mass AS (
    SELECT campaign_id, sends FROM campaign WHERE tenant_id = $1 AND started_at >= $3 AND started_at < $4 AND sends > 0
), held AS (
    SELECT CASE WHEN former.customer_id IS NULL THEN p.agent_id ELSE former.agent_id END AS agent_id,
           CASE WHEN former.customer_id IS NULL THEN p.team_id ELSE former.team_id END AS team_id
    FROM customer_order o
    JOIN customer c ON c.tenant_id = $1 AND c.customer_id = o.customer_id
    JOIN customer p ON p.tenant_id = $1 AND p.customer_id = c.person_id
    LEFT JOIN former_care former ON former.tenant_id = $1 AND former.customer_id = p.customer_id
        AND o.occurred_at >= former.since AND o.occurred_at < former.until
    WHERE o.tenant_id = $1 AND NOT o.refund AND o.occurred_at >= $3 AND o.occurred_at < $4
      AND o.campaign_id IN (SELECT campaign_id FROM mass)
), deal AS (
    SELECT agent_id, count(*) AS deals
    FROM held
    WHERE agent_id = ANY ($2::uuid[]) AND ($5::uuid IS NULL OR team_id = $5::uuid)
    GROUP BY agent_id
)
SELECT asked.agent_id, coalesce(deal.deals, 0) AS deals, (SELECT coalesce(sum(sends), 0)::bigint FROM mass) AS sends
FROM unnest($2::uuid[]) AS asked (agent_id)
LEFT JOIN deal ON deal.agent_id = asked.agent_id
WHERE $6::uuid IS NULL OR asked.agent_id = $6::uuid
