-- Removes customers, those merged into them, and all that is known, told or could not be taken in of them; only a salted hash of their ids remains.
-- $1 tenant   $2 customers, each the one that remains of a merge
WITH person AS (
    SELECT id AS customer_id FROM unnest($2::uuid[]) AS erased (id)
    UNION
    SELECT customer_id FROM customer WHERE tenant_id = $1 AND merged_into = ANY ($2::uuid[])
), fresh_salt AS (
    INSERT INTO erasure_salt (tenant_id) VALUES ($1)
    ON CONFLICT (tenant_id) DO NOTHING
    RETURNING salt
), salt AS (
    SELECT salt FROM fresh_salt
    UNION ALL
    SELECT salt FROM erasure_salt WHERE tenant_id = $1
), remembered AS (
    INSERT INTO erased_customer (tenant_id, digest)
    SELECT $1, sha256(uuid_send(salt.salt) || uuid_send(person.customer_id)) FROM person CROSS JOIN salt
    ON CONFLICT (tenant_id, digest) DO NOTHING
), no_events AS (
    DELETE FROM event USING person WHERE event.tenant_id = $1 AND event.customer_id = person.customer_id
), no_tags AS (
    DELETE FROM tag_interval USING person WHERE tag_interval.tenant_id = $1 AND tag_interval.customer_id = person.customer_id
), no_care AS (
    DELETE FROM former_care USING person WHERE former_care.tenant_id = $1 AND former_care.customer_id = person.customer_id
), no_values AS (
    DELETE FROM dimension_value USING person
    WHERE dimension_value.tenant_id = $1 AND dimension_value.customer_id = person.customer_id
), name AS (
    SELECT customer.external_id FROM customer JOIN person USING (customer_id) WHERE customer.tenant_id = $1
), untold AS (
    DELETE FROM outbox USING person WHERE outbox.tenant_id = $1 AND outbox.aggregate = person.customer_id::text
), no_letters AS (
    DELETE FROM dead_letter
    WHERE tenant_id = $1
      AND (
        EXISTS (
            SELECT FROM jsonb_path_query(event, '$.** ? (@.type() == "string")') AS told
            JOIN person ON person.customer_id::text = lower(told #>> '{}'))
        OR EXISTS (
            -- An order, an agent or a market may be called as a customer is: only what a field of customers says is one of them.
            SELECT FROM jsonb_path_query(
                event,
                '$.** ? (@.type() == "object").keyvalue() ? (@.key == $field[*]).value[*]',
                jsonb_build_object('field', CASE
                    WHEN type LIKE 'customer.%' THEN '["customer", "customerId", "externalId", "id", "from", "to", "members"]'::jsonb
                    ELSE '["customer", "customerId"]'::jsonb
                END)) AS told
            JOIN name ON name.external_id = told #>> '{}'))
), nobody AS (
    DELETE FROM customer USING person WHERE customer.tenant_id = $1 AND customer.customer_id = person.customer_id
)
INSERT INTO journey_change (tenant_id, kind, content)
SELECT $1, 'REREAD', string_agg(uuid_send(customer_id), ''::bytea ORDER BY customer_id) FROM person
HAVING count(*) > 0
