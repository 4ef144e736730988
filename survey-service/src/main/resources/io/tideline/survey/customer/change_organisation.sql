-- $1 tenant, $2 time zone, $3 occurred at; an older change that arrives late changes nothing.
INSERT INTO organisation AS known (tenant_id, time_zone, occurred_at) VALUES ($1, $2, $3)
ON CONFLICT (tenant_id) DO UPDATE SET time_zone = excluded.time_zone, occurred_at = excluded.occurred_at, recorded_at = now()
WHERE known.occurred_at <= excluded.occurred_at
