-- ? tenant
DELETE FROM event
USING event_name
WHERE event.tenant_id = ? AND event_name.tenant_id = event.tenant_id AND event_name.name_id = event.name_id AND event_name.name LIKE 'bench stage %'
