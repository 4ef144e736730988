-- Lets one packing of an organisation happen at a time, until the transaction ends; does not wait.
-- $1 tenant
-- result: locked
SELECT pg_try_advisory_xact_lock(hashtextextended('journey:' || $1, 0)) AS locked
