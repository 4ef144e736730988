-- Notes events as applied and returns those that were not yet. $1 tenant, $2 source, $3 event ids.
INSERT INTO inbox (tenant_id, source, event_id)
SELECT $1, $2, event_id FROM unnest($3::uuid[]) AS heard (event_id)
ON CONFLICT (tenant_id, source, event_id) DO NOTHING
RETURNING event_id
