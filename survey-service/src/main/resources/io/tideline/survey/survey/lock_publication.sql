-- Lets nobody else publish a survey until the transaction ends, whether it exists or not. $1 tenant, $2 survey id.
SELECT pg_advisory_xact_lock(hashtextextended('publish ' || $1::text || ' ' || $2::uuid::text, 0))::text AS held
