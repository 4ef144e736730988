-- Stores teams; a name of null leaves the known name. $1 tenant, $2 ids, $3 external ids, $4 names. Returns the teams that are new or changed.
INSERT INTO team AS known (tenant_id, team_id, external_id, name)
SELECT $1, id, external_id, name
FROM unnest($2::uuid[], $3::text[], $4::text[]) AS said (id, external_id, name)
ON CONFLICT (tenant_id, team_id) DO UPDATE
SET name = excluded.name,
    recorded_at = now()
WHERE excluded.name <> known.name OR (excluded.name IS NOT NULL AND known.name IS NULL)
RETURNING team_id AS id, external_id, coalesce(name, external_id) AS name, NULL::text AS team, xmax = 0 AS is_new
