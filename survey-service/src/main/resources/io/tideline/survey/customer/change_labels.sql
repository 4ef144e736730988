-- $1 tenant, $2 kinds, $3 ids, $4 external ids, $5 names, $6 teams (of agents); each once.
INSERT INTO label (tenant_id, kind, label_id, external_id, name, team_id)
SELECT $1, kind, label_id, external_id, name, team_id
FROM unnest($2::text[], $3::uuid[], $4::text[], $5::text[], $6::uuid[]) AS changed (kind, label_id, external_id, name, team_id)
ON CONFLICT (tenant_id, kind, label_id) DO UPDATE SET name = excluded.name, team_id = excluded.team_id, recorded_at = now()
