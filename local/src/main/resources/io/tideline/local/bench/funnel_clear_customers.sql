-- ? tenant
DELETE FROM customer WHERE tenant_id = ? AND external_id LIKE 'bench-funnel-%'
