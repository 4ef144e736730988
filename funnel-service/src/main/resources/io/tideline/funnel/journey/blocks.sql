-- Packed journeys in the order of customers; where nothing has been packed yet, one block of nobody.
-- Both parts have the same types, literals too: only then are they merged as they come instead of being sorted again.
-- $1 tenant   $2 whether dimensions are wanted
-- result: first_customer, next_first (null at the last), customers, moments, dimensions or null, latest_seq
SELECT first_customer, lead(first_customer) OVER (ORDER BY first_customer) AS next_first, customers, moments,
    CASE WHEN $2::boolean THEN dimensions END AS dimensions, latest_seq
FROM journey_block
WHERE tenant_id = $1
UNION ALL
SELECT '00000000-0000-0000-0000-000000000000'::uuid, NULL::uuid, ''::bytea, ''::bytea, ''::bytea, 0::bigint
WHERE NOT EXISTS (SELECT FROM journey_block WHERE tenant_id = $1)
ORDER BY first_customer
