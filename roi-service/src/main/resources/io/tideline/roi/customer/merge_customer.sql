-- Everything of $2 counts for $3 from now on. $1 tenant, $2 merged customer, $3 the customer that stays.
WITH stays AS (
    INSERT INTO customer (tenant_id, customer_id, person_id) VALUES ($1, $3, $3)
    ON CONFLICT (tenant_id, customer_id) DO UPDATE SET recorded_at = now()
    RETURNING person_id
), merged AS (
    INSERT INTO customer (tenant_id, customer_id, person_id) SELECT $1, $2, person_id FROM stays
    ON CONFLICT (tenant_id, customer_id) DO UPDATE SET person_id = excluded.person_id, recorded_at = now()
)
UPDATE customer SET person_id = (SELECT person_id FROM stays), recorded_at = now()
WHERE tenant_id = $1 AND person_id = $2 AND customer_id <> $2
