-- Lets one transaction at a time change what is kept of an organisation's scores, until it ends. Answers do not wait for it: they only add notes.
-- $1 tenant
SELECT pg_advisory_xact_lock(hashtextextended('score:' || $1::text, 0))::text AS held
