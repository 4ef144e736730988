-- Notes customers that facts name; tells which of them were unknown and which have been merged into another.
-- $1 tenant   $2 customer ids   $3 their external ids
-- result: customer_id, external_id, merged_into (null for one met just now)
WITH given AS (
    SELECT customer_id, external_id
    FROM unnest($2::uuid[], $3::text[]) AS named (customer_id, external_id)
), met AS (
    INSERT INTO customer (tenant_id, customer_id, external_id)
    SELECT $1, customer_id, external_id FROM given ORDER BY customer_id
    ON CONFLICT (tenant_id, customer_id) DO NOTHING
    RETURNING customer_id, external_id
)
SELECT customer_id, external_id, NULL::uuid AS merged_into FROM met
UNION ALL
SELECT known.customer_id, known.external_id, known.merged_into
FROM customer AS known
JOIN given USING (customer_id)
WHERE known.tenant_id = $1 AND known.merged_into IS NOT NULL
