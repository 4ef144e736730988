-- $1 tenant, $2 name, $3 time zone, $4 currency
INSERT INTO organisation (tenant_id, name, time_zone, currency) VALUES ($1, $2, $3, $4)
ON CONFLICT (tenant_id) DO UPDATE SET name = excluded.name, time_zone = excluded.time_zone, currency = excluded.currency, recorded_at = now()
