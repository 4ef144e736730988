-- Waits for facts of an organisation that are just being stored, and lets none be stored until the transaction ends. $1 tenant
SELECT pg_advisory_xact_lock(hashtextextended('erasure:' || $1, 0))
