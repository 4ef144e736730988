-- $1 tenant, $2 kinds, $3 ids, $4 external ids, $5 names, $6 teams (of agents), $7 when; each once. What is older than what is known changes nothing.
INSERT INTO label AS known (tenant_id, kind, label_id, external_id, name, team_id, changed_at)
SELECT $1, kind, label_id, external_id, name, team_id, changed_at
FROM unnest($2::text[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::timestamptz[])
    AS changed (kind, label_id, external_id, name, team_id, changed_at)
ON CONFLICT (tenant_id, kind, label_id) DO UPDATE SET name = excluded.name, team_id = excluded.team_id, changed_at = excluded.changed_at,
    recorded_at = now()
WHERE known.changed_at <= excluded.changed_at
