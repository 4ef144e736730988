-- Adds a note to an alert. $1 tenant, $2 id of the note, $3 alert, $4 text, $5 identity and $6 name of its author.
INSERT INTO alert_note (tenant_id, note_id, alert_id, text, author, author_name)
VALUES ($1, $2, $3, $4, $5, $6)
