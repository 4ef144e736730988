-- Lets one definition of an organisation happen at a time, until the transaction ends.
-- $1 tenant
SELECT pg_advisory_xact_lock(hashtextextended('funnel:' || $1, 0))
