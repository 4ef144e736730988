-- $1 tenant   result: the organisation's time_zone, no row where none was told
SELECT time_zone FROM organisation WHERE tenant_id = $1
