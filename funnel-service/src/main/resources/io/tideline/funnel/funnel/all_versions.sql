-- Every version of every funnel of an organisation, oldest version first.
-- $1 tenant
-- result: funnel_id, version, key, title, stages (JSON), window_ms or null, valid_from
SELECT funnel_id, version, key, title, stages::text AS stages, window_ms, valid_from, idempotency_key
FROM funnel_version
WHERE tenant_id = $1
ORDER BY key, version
