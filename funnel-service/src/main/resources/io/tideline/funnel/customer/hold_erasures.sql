-- Lets nobody of an organisation be erased until the transaction ends, after whoever is being erased now: a fact that is just being stored would outlive its
-- person. $1 tenant
SELECT pg_advisory_xact_lock_shared(hashtextextended('erasure:' || $1, 0))
