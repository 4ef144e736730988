-- Customers by their ids or by the ids of customers that were merged into them. $1 tenant, $2 ids, $3 and $4 the only agent and team whose customers
-- the caller sees, or null. Returns the id asked for, the customer, and the ids that were merged into it.
SELECT asked.customer_id AS asked_id, c.customer_id, c.external_id, c.name, c.email, c.phone, c.market, c.language, c.source, c.campaign_id,
       c.agent_id, c.team_id, c.channel_account_id, c.acquired_at, c.placeholder, c.name_key,
       ARRAY(
           SELECT absorbed.customer_id
           FROM customer AS absorbed
           WHERE absorbed.tenant_id = c.tenant_id AND absorbed.merged_into = c.customer_id) AS absorbed
FROM customer AS asked
JOIN customer AS c ON c.tenant_id = asked.tenant_id AND c.customer_id = coalesce(asked.merged_into, asked.customer_id)
WHERE asked.tenant_id = $1
  AND asked.customer_id = ANY ($2)
  AND ($3::uuid IS NULL OR c.agent_id = $3)
  AND ($4::uuid IS NULL OR c.team_id = $4)
