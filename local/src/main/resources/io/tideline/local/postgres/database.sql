-- The statement that makes a database with its owner; no row where it exists.
-- 1: database   2: owner   result: at most one statement
SELECT format('CREATE DATABASE %I OWNER %I', wanted.name, wanted.owner)
FROM (VALUES (?::text, ?::text)) AS wanted (name, owner)
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = wanted.name)
