-- The statement that makes a login role, or sets its password where it exists. Never a superuser, never past row level security.
-- 1: role   2: password   result: one statement
SELECT format(
    '%s ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION PASSWORD %L',
    CASE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = wanted.role) THEN 'ALTER' ELSE 'CREATE' END,
    wanted.role,
    wanted.password)
FROM (VALUES (?::text, ?::text)) AS wanted (role, password)
