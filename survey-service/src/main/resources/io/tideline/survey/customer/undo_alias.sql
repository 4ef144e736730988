-- The customer $2 is nobody else any more, and the others of $3 are that customer. $1 tenant, $2 the customer, $3 ids of all that are that customer from now on.
UPDATE customer_alias SET to_id = $2::uuid, recorded_at = now()
WHERE tenant_id = $1 AND from_id = ANY ($3::uuid[])
