-- Lets nobody of an organisation be merged or parted until the transaction ends. It is a statement of its own, so that the next one sees what the last such
-- transaction did. $1 tenant.
SELECT pg_advisory_xact_lock(hashtextextended('merge ' || $1::text, 0))::text AS held
