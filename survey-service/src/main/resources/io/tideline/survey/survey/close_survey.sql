-- Closes a survey; one that is closed keeps the time it was closed at. $1 tenant, $2 id. Result: its id, no row where there is none.
UPDATE survey SET status = 'CLOSED', closed_at = coalesce(closed_at, now())
WHERE tenant_id = $1 AND survey_id = $2
RETURNING survey_id
