-- ? tenant
INSERT INTO journey_packing (tenant_id, times)
VALUES (?, 1)
ON CONFLICT (tenant_id) DO UPDATE SET times = journey_packing.times + 1
