-- Lets one transaction at a time change what is kept of an organisation's scores, until it ends. Answers do not wait for it: they only add notes.
-- It waits for some seconds only: who has written before holds back what every reader of the outbox sees. $1 tenant
SELECT set_config('lock_timeout', '3s', true) AS patience, pg_advisory_xact_lock(hashtextextended('score:' || $1::text, 0))::text AS held
