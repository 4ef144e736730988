-- Lets no other answer of the survey be counted until the transaction ends. $1 tenant, $2 survey id.
SELECT pg_advisory_xact_lock(hashtextextended('quota ' || $1::text || ' ' || $2::uuid::text, 0))::text AS held
