-- Keeps the result of a period, unless it is kept already.
-- $1 tenant   $2 funnel   $3 first day   $4 first day after   $5 time zone   $6 version   $7 instant up to which facts counted
-- $8 converted   $9 pending   $10 dropped   $11 how many reached each stage   $12 who froze it
INSERT INTO frozen_funnel (
    tenant_id, funnel_id, period_from, period_to, time_zone, version, frozen_at, converted, pending, dropped, counts, frozen_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT (tenant_id, funnel_id, period_from, period_to, time_zone) DO NOTHING
