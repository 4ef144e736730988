-- Closes a follow-up that is held. $1 tenant, $2 its id, $3 outcome, $4 note, $5 who does, $6 the person's name.
UPDATE follow_up SET outcome = $3, note = $4, closed_by = $5, closed_by_name = $6, closed_at = now()
WHERE tenant_id = $1 AND response_id = $2 AND closed_at IS NULL
