-- Customers whom the service knows already when events name them.
-- ? tenant   ? ids   ? their external ids
INSERT INTO customer (tenant_id, customer_id, external_id, placeholder)
SELECT ?, known.customer_id, known.external_id, false
FROM unnest(?::uuid[], ?::text[]) AS known (customer_id, external_id)
