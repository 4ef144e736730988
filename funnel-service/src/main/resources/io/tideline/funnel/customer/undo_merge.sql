-- Gives a merged customer its facts back, and those of the customers that were merged into it before; tags are put anew afterwards.
-- $1 tenant   $2 the customer   $3 ids of all that are that customer from now on
WITH was AS (
    SELECT merged_into AS survivor FROM customer WHERE tenant_id = $1 AND customer_id = $2::uuid AND merged_into IS NOT NULL
), parted AS (
    UPDATE customer SET merged_into = CASE WHEN customer_id <> $2::uuid THEN $2::uuid END
    FROM was
    WHERE customer.tenant_id = $1 AND customer.customer_id = ANY ($3::uuid[])
), returned AS (
    UPDATE event SET customer_id = $2::uuid, told_of = nullif(event.told_of, $2::uuid)
    FROM was
    WHERE event.tenant_id = $1 AND event.customer_id = was.survivor AND event.told_of = ANY ($3::uuid[])
), untagged AS (
    DELETE FROM tag_interval AS kept
    USING was
    WHERE kept.tenant_id = $1 AND kept.customer_id IN (was.survivor, $2::uuid)
)
INSERT INTO journey_change (tenant_id, kind, content)
SELECT $1, 'REREAD', uuid_send(survivor) || uuid_send($2::uuid) FROM was
