-- Notes customers that facts name; tells which of them were unknown, which have been merged into another, and which were erased and stay so. Nearly all are
-- known, so they are looked up before anything is inserted; who was erased is unknown.
-- $1 tenant   $2 customer ids   $3 their external ids
-- result: customer_id, external_id, merged_into (null for one met just now or erased), is_erased
WITH unknown AS (
    SELECT customer_id, external_id
    FROM unnest($2::uuid[], $3::text[]) AS named (customer_id, external_id)
    WHERE customer_id NOT IN (SELECT known.customer_id FROM customer AS known WHERE known.tenant_id = $1 AND known.customer_id = ANY ($2::uuid[]))
), erased AS (
    SELECT unknown.customer_id, unknown.external_id
    FROM erasure_salt
    CROSS JOIN unknown
    JOIN erased_customer ON erased_customer.tenant_id = $1
        AND erased_customer.digest = sha256(uuid_send(erasure_salt.salt) || uuid_send(unknown.customer_id))
    WHERE erasure_salt.tenant_id = $1
), met AS (
    INSERT INTO customer (tenant_id, customer_id, external_id)
    SELECT $1, customer_id, external_id
    FROM unknown
    WHERE customer_id NOT IN (SELECT customer_id FROM erased)
    ORDER BY customer_id
    ON CONFLICT (tenant_id, customer_id) DO NOTHING
    RETURNING customer_id, external_id
)
SELECT customer_id, external_id, NULL::uuid AS merged_into, false AS is_erased FROM met
UNION ALL
SELECT customer_id, external_id, NULL, true FROM erased
UNION ALL
SELECT customer_id, external_id, merged_into, false
FROM customer
WHERE tenant_id = $1 AND customer_id = ANY ($2::uuid[]) AND merged_into IS NOT NULL
