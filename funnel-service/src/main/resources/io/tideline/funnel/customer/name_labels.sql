-- Names agents, teams, channel accounts or campaigns; a null name keeps the name known.
-- $1 tenant   $2 kinds   $3 ids   $4 external ids   $5 names or null
INSERT INTO label AS known (tenant_id, kind, label_id, external_id, name)
SELECT $1, told.*
FROM unnest($2::text[], $3::uuid[], $4::text[], $5::text[]) AS told
ON CONFLICT (tenant_id, kind, label_id) DO UPDATE SET name = excluded.name
WHERE excluded.name IS NOT NULL AND known.name IS DISTINCT FROM excluded.name
