-- Lets no other transaction weigh links of an organisation until this one ends, so that each sees what the one before has made. $1 tenant.
SELECT pg_advisory_xact_lock(hashtextextended('minted_link ' || $1::text, 0))::text AS held
