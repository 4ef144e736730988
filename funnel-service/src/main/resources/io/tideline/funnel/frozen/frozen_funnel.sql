-- The frozen result of one period.
-- $1 tenant   $2 funnel   $3 first day   $4 first day after   $5 time zone
-- result: period_from, period_to, time_zone, version, frozen_at, converted, pending, dropped, counts
SELECT period_from, period_to, time_zone, version, frozen_at, converted, pending, dropped, counts
FROM frozen_funnel
WHERE tenant_id = $1 AND funnel_id = $2 AND period_from = $3 AND period_to = $4 AND time_zone = $5
