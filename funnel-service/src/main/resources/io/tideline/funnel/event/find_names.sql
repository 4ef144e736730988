-- Numbers of names that have been met.
-- $1 tenant   $2 kinds   $3 names
-- result: kind, name, name_id
SELECT kind, name, known.name_id
FROM event_name AS known
JOIN unnest($2::text[], $3::text[]) AS named (kind, name) USING (kind, name)
WHERE known.tenant_id = $1
