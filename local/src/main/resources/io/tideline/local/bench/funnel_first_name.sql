-- ? tenant
SELECT min(name_id) FROM event_name WHERE tenant_id = ? AND kind = 'EVENT' AND name LIKE 'bench stage %'
