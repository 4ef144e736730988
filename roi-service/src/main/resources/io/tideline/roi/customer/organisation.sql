-- $1 tenant
SELECT time_zone, currency FROM organisation WHERE tenant_id = $1
