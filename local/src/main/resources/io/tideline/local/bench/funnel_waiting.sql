-- Bytes not packed yet.
-- ? tenant
SELECT coalesce(sum(octet_length(content)), 0) FROM journey_change WHERE tenant_id = ?
