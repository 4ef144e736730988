-- Lets no other transaction replace the contact rules of an organisation until this one ends. $1 tenant.
SELECT pg_advisory_xact_lock(hashtextextended('contact_rule ' || $1::text, 0))::text AS held
