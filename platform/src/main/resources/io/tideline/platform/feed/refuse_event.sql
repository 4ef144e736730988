-- Sets a poison event aside. $1 tenant, $2 source, $3 event id, $4 type, $5 reason, $6 tries, $7 the event as it came.
INSERT INTO dead_letter (tenant_id, source, event_id, type, reason, tries, event)
VALUES ($1, $2, $3, $4, $5, $6, $7::text::jsonb)
ON CONFLICT (tenant_id, source, event_id) DO UPDATE SET reason = excluded.reason, tries = excluded.tries, refused_at = now()
