-- The organisation's own ids of a customer and an agent. $1 tenant, $2 customer, $3 agent; either may be null.
-- Result: one row {customer, agent}, null for what is not known.
SELECT (SELECT external_id FROM customer WHERE tenant_id = $1 AND customer_id = $2::uuid) AS customer,
       (SELECT external_id FROM label WHERE tenant_id = $1 AND kind = 'AGENT' AND label_id = $3::uuid) AS agent
