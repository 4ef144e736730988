-- Lets one transaction pack an organisation's journeys at a time, until it ends; does not wait.
-- $1 tenant
-- result: locked, packings (how often journeys were packed), packed_before: how far the packing under way has come, null where there is none
SELECT pg_try_advisory_xact_lock(hashtextextended('journey:' || $1, 0)) AS locked, coalesce(times, 0) AS packings, packed_before
FROM (VALUES ($1::text)) AS asked (tenant_id)
LEFT JOIN journey_packing USING (tenant_id)
