-- Numbers of names, made where there are none yet.
-- $1 tenant   $2 kinds   $3 names
-- result: kind, name, name_id, is_new; a name that another transaction is just adding is missing, ask again
WITH given AS (
    SELECT DISTINCT kind, name FROM unnest($2::text[], $3::text[]) AS named (kind, name)
), added AS (
    INSERT INTO event_name (tenant_id, kind, name)
    SELECT $1, kind, name
    FROM given
    WHERE NOT EXISTS (
        SELECT FROM event_name AS known
        WHERE known.tenant_id = $1 AND known.kind = given.kind AND known.name = given.name)
    ORDER BY kind, name
    ON CONFLICT (tenant_id, kind, name) DO NOTHING
    RETURNING kind, name, name_id
)
SELECT kind, name, name_id, true AS is_new FROM added
UNION ALL
SELECT kind, name, known.name_id, false
FROM event_name AS known
JOIN given USING (kind, name)
WHERE known.tenant_id = $1
