-- Notes agents, teams, channel accounts and campaigns that facts name, without a name yet. $1 tenant, $2 kinds, $3 ids, $4 external ids; each once.
INSERT INTO label (tenant_id, kind, label_id, external_id)
SELECT $1, kind, label_id, external_id FROM unnest($2::text[], $3::uuid[], $4::text[]) AS met (kind, label_id, external_id)
ON CONFLICT (tenant_id, kind, label_id) DO NOTHING
