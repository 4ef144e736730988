-- Settings of an organisation. $1 tenant. No row where none were set.
SELECT name, time_zone, currency
FROM organisation
WHERE tenant_id = $1
