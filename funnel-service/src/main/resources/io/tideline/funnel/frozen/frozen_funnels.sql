-- Frozen results of a funnel, the latest period first.
-- $1 tenant   $2 funnel   $3 most rows
-- result: period_from, period_to, time_zone, version, frozen_at, converted, pending, dropped, counts
SELECT period_from, period_to, time_zone, version, frozen_at, converted, pending, dropped, counts
FROM frozen_funnel
WHERE tenant_id = $1 AND funnel_id = $2
ORDER BY period_to DESC, period_from DESC, time_zone
LIMIT $3::int
