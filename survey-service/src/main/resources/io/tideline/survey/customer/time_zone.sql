-- $1 tenant. Result: IANA name of the zone in which the organisation's days are cut; no row before it was told.
SELECT time_zone FROM organisation WHERE tenant_id = $1
