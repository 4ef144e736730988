-- Every version of every funnel of an organisation, oldest version first, and whose days the organisation goes by.
-- $1 tenant
-- result: funnel_id, version, key, title, stages (JSON), window_ms or null, valid_from, idempotency_key; all null where there is none; time_zone or null
SELECT funnel_id, version, key, title, stages::text AS stages, window_ms, valid_from, idempotency_key, time_zone
FROM (VALUES ($1::text)) AS asked (tenant_id)
LEFT JOIN organisation USING (tenant_id)
LEFT JOIN funnel_version USING (tenant_id)
ORDER BY key, version
