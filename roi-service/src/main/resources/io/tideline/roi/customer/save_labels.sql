-- $1 tenant, then arrays, one element a label: $2 kinds, $3 ids, $4 external ids, $5 names
INSERT INTO label (tenant_id, kind, label_id, external_id, name)
SELECT $1, kind, label_id, external_id, name
FROM unnest($2::text[], $3::uuid[], $4::text[], $5::text[]) AS heard (kind, label_id, external_id, name)
ON CONFLICT (tenant_id, kind, label_id) DO UPDATE SET name = excluded.name, recorded_at = now()
