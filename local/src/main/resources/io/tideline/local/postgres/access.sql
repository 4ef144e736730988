-- The statements that close a database to all but its owner and its application.
-- 1: database   2: application role   result: two statements
SELECT format(statement.text, wanted.name, wanted.app)
FROM (VALUES (?::text, ?::text)) AS wanted (name, app)
CROSS JOIN (VALUES (1, 'REVOKE ALL ON DATABASE %I FROM PUBLIC'), (2, 'GRANT CONNECT ON DATABASE %I TO %I')) AS statement (step, text)
ORDER BY statement.step
