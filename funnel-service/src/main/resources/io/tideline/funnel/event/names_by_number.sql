-- $1 tenant   $2 numbers
-- result: kind, name, name_id
SELECT kind, name, name_id
FROM event_name
WHERE tenant_id = $1 AND name_id = ANY ($2::int[])
