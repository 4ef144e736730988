-- Some customers count for $2 again, no longer for the one they were merged into. $1 tenant, $2 the customer, $3 ids of all that are that customer from now on.
UPDATE customer SET person_id = $2::uuid, recorded_at = now()
WHERE tenant_id = $1 AND customer_id = ANY ($3::uuid[])
