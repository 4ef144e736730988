-- ? tenant
DELETE FROM journey_block WHERE tenant_id = ?
