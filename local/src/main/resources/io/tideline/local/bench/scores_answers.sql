-- Invented answers of two years from January 2024 on, in the order of their time, nine of ten to the net promoter survey; who answers and what is drawn
-- from the number. 1: tenant   2: customers   3: answers in all   4 and 5: first and last number of these
INSERT INTO response (tenant_id, survey_id, response_key, response_id, version, type, score, customer_id, origin, answered_at)
SELECT ?, md5('bench scores ' || CASE WHEN number % 10 = 0 THEN 'csat' ELSE 'nps' END)::uuid, 'bench-' || number, md5('bench answer ' || number)::uuid, 1,
       CASE WHEN number % 10 = 0 THEN 'csat.5' ELSE 'nps.0_10' END,
       CASE WHEN number % 10 = 0 THEN 1 + abs(hashint8extended(number, 2)) % 5 ELSE greatest(abs(hashint8extended(number, 3)) % 11, abs(hashint8extended(number, 4)) % 11) END,
       md5('bench customer ' || 1 + abs(hashint8extended(number, 1)) % given.customers)::uuid, 'INGEST',
       timestamptz '2024-01-01 00:00+01' + interval '731 days' * (number::float8 / given.answers)
FROM (SELECT ?::bigint AS customers, ?::bigint AS answers) AS given
CROSS JOIN generate_series(?::bigint, ?::bigint) AS each (number)
