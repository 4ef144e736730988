-- The different values of a property, with the hashes that held_values.sql knows them by.
-- $1 tenant   $2 property   $3 names wanted, null for all   $4 earliest instant   $5 latest instant, inclusive   $6 most values to tell
-- result: held, shown (at most 200 characters)
SELECT DISTINCT hashtextextended(event.properties ->> $2, 0) AS held, left(event.properties ->> $2, 200) AS shown
FROM event
WHERE event.tenant_id = $1
    AND ($3::int[] IS NULL OR event.name_id = ANY ($3))
    AND event.occurred_at BETWEEN $4 AND $5
    AND event.properties ->> $2 IS NOT NULL
LIMIT $6::int
