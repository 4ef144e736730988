-- ? tenant
DELETE FROM journey_change WHERE tenant_id = ?
