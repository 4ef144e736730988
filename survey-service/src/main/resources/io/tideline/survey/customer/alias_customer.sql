-- From now on the customer $2 is the customer $3, and so is everybody who was $2 before. $1 tenant.
WITH target AS (
    SELECT coalesce((SELECT to_id FROM customer_alias WHERE tenant_id = $1 AND from_id = $3::uuid), $3::uuid) AS to_id
), followed AS (
    UPDATE customer_alias SET to_id = target.to_id FROM target WHERE tenant_id = $1 AND customer_alias.to_id = $2::uuid
        AND customer_alias.from_id <> $2::uuid
)
INSERT INTO customer_alias (tenant_id, from_id, to_id)
SELECT $1, $2::uuid, to_id FROM target WHERE to_id <> $2::uuid
ON CONFLICT (tenant_id, from_id) DO UPDATE SET to_id = excluded.to_id, recorded_at = now()
