-- Stores settings; what is null stays as it was. $1 tenant, $2 name, $3 time zone (IANA), $4 currency (ISO 4217), $5 and $6 zone and currency of an
-- organisation that has none yet. Returns the settings where they changed.
INSERT INTO organisation AS known (tenant_id, name, time_zone, currency)
VALUES ($1, $2, coalesce($3, $5), coalesce($4, $6))
ON CONFLICT (tenant_id) DO UPDATE
SET name = coalesce($2, known.name),
    time_zone = coalesce($3, known.time_zone),
    currency = coalesce($4, known.currency),
    recorded_at = now()
WHERE (coalesce($2, known.name), coalesce($3, known.time_zone), coalesce($4, known.currency))
    IS DISTINCT FROM (known.name, known.time_zone, known.currency)
RETURNING name, time_zone, currency, xmax = 0 AS inserted
