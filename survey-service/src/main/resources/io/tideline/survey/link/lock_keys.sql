-- Holds the signing keys of an organisation, those not made yet included, until the transaction ends. $1 tenant.
SELECT pg_advisory_xact_lock(hashtextextended('signing_key ' || $1::text, 0))::text AS held
