-- What customers bought and their newest orders, in one go; customer_value.sql reads what winning them cost beside it.
-- $1 tenant, $2 customers, $3 only team or null, $4 only agent or null, $5 most orders of each customer, 0 for none,
-- $6 and $7 instant and id of the order after which to go on, or null. Customers that the caller may not see give no row.
-- Three sorts of rows: a customer alone; a customer, a currency and the net amount in it; a customer and an order, newest first.
-- Sorts are not joined: planned for unknown arrays, a join would compare all with all.
WITH asked AS MATERIALIZED (
    SELECT c.customer_id, m.customer_id AS member_id
    FROM customer c
    JOIN customer p ON p.tenant_id = $1 AND p.customer_id = c.person_id
    JOIN customer m ON m.tenant_id = $1 AND m.person_id = c.person_id
    WHERE c.tenant_id = $1 AND c.customer_id = ANY ($2::uuid[])
      AND ($3::uuid IS NULL OR p.team_id = $3::uuid) AND ($4::uuid IS NULL OR p.agent_id = $4::uuid)
), bought AS MATERIALIZED (
    SELECT a.customer_id, o.order_id, o.external_id, o.occurred_at, o.amount, o.currency, o.refund, o.campaign_id
    FROM asked a
    JOIN customer_order o ON o.tenant_id = $1 AND o.customer_id = a.member_id
), newest AS (
    SELECT b.*, row_number() OVER (PARTITION BY b.customer_id ORDER BY b.occurred_at DESC, b.order_id DESC) AS place
    FROM bought b
    WHERE $6::timestamptz IS NULL OR (b.occurred_at, b.order_id) < ($6::timestamptz, $7::uuid)
)
SELECT customer_id, NULL::text AS currency, NULL::numeric AS amount, NULL::uuid AS order_id, NULL::text AS external_id,
       NULL::timestamptz AS occurred_at, NULL::boolean AS refund, NULL::uuid AS campaign_id
FROM asked
GROUP BY customer_id
UNION ALL
SELECT customer_id, currency, sum(amount), NULL, NULL, NULL, NULL, NULL
FROM bought
GROUP BY customer_id, currency
UNION ALL
(SELECT customer_id, currency, amount, order_id, external_id, occurred_at, refund, campaign_id
 FROM newest
 WHERE place <= $5
 ORDER BY customer_id, place)
