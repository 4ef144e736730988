-- What customers bought, what winning them cost, and their newest orders, in one go.
-- $1 tenant, $2 customers, $3 only team or null, $4 only agent or null, $5 most orders of each customer, 0 for none,
-- $6 and $7 instant and id of the order after which to go on, or null. Customers that the caller may not see give no row.
-- Arrays by currency: net amounts (text, exact); costs (text, exact) of the campaign that won the customer; won: customers that campaign won.
WITH asked AS (
    SELECT c.customer_id, c.person_id, p.campaign_id
    FROM customer c
    JOIN customer p ON p.tenant_id = $1 AND p.customer_id = c.person_id
    WHERE c.tenant_id = $1 AND c.customer_id = ANY ($2::uuid[])
      AND ($3::uuid IS NULL OR p.team_id = $3::uuid) AND ($4::uuid IS NULL OR p.agent_id = $4::uuid)
), in_currency AS (
    SELECT a.customer_id, o.currency, sum(o.amount) AS amount
    FROM asked a
    JOIN customer m ON m.tenant_id = $1 AND m.person_id = a.person_id
    JOIN customer_order o ON o.tenant_id = $1 AND o.customer_id = m.customer_id
    GROUP BY a.customer_id, o.currency
), bought AS (
    SELECT customer_id, array_agg(currency ORDER BY currency) AS currencies, array_agg(amount::text ORDER BY currency) AS amounts
    FROM in_currency
    GROUP BY customer_id
), first_order AS (
    SELECT DISTINCT ON (m.person_id) m.person_id, coalesce(o.campaign_id, p.campaign_id) AS campaign_id
    FROM customer_order o
    JOIN customer m ON m.tenant_id = $1 AND m.customer_id = o.customer_id
    JOIN customer p ON p.tenant_id = $1 AND p.customer_id = m.person_id
    WHERE o.tenant_id = $1 AND NOT o.refund
    ORDER BY m.person_id, o.occurred_at, o.order_id
), winner AS (
    SELECT a.customer_id, coalesce(f.campaign_id, a.campaign_id) AS campaign_id
    FROM asked a
    LEFT JOIN first_order f ON f.person_id = a.person_id
), won AS (
    SELECT campaign_id, count(*) AS won FROM first_order WHERE campaign_id IN (SELECT campaign_id FROM winner) GROUP BY campaign_id
), spent AS (
    SELECT campaign_id, currency, amount FROM cost_line WHERE tenant_id = $1 AND campaign_id IN (SELECT campaign_id FROM winner)
    UNION ALL
    SELECT campaign_id, currency, amount FROM ad_spend WHERE tenant_id = $1 AND campaign_id IN (SELECT campaign_id FROM winner)
), cost AS (
    SELECT campaign_id, array_agg(currency ORDER BY currency) AS currencies, array_agg(amount::text ORDER BY currency) AS amounts
    FROM (SELECT campaign_id, currency, sum(amount) AS amount FROM spent GROUP BY campaign_id, currency) AS summed
    GROUP BY campaign_id
)
SELECT a.customer_id, b.currencies, b.amounts, w.campaign_id AS winner_id, c.currencies AS cost_currencies, c.amounts AS cost_amounts,
       coalesce(n.won, 0) AS won, o.order_id, o.external_id, o.occurred_at, o.amount, o.currency, o.refund, o.campaign_id
FROM asked a
LEFT JOIN bought b ON b.customer_id = a.customer_id
LEFT JOIN winner w ON w.customer_id = a.customer_id
LEFT JOIN won n ON n.campaign_id = w.campaign_id
LEFT JOIN cost c ON c.campaign_id = w.campaign_id
LEFT JOIN LATERAL (
    SELECT x.order_id, x.external_id, x.occurred_at, x.amount, x.currency, x.refund, x.campaign_id
    FROM customer m
    JOIN customer_order x ON x.tenant_id = $1 AND x.customer_id = m.customer_id
    WHERE m.tenant_id = $1 AND m.person_id = a.person_id
      AND ($6::timestamptz IS NULL OR (x.occurred_at, x.order_id) < ($6::timestamptz, $7::uuid))
    ORDER BY x.occurred_at DESC, x.order_id DESC
    LIMIT $5
) o ON true
ORDER BY a.customer_id, o.occurred_at DESC, o.order_id DESC
