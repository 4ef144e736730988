-- All intervals of some tags of customers that the transaction has locked, oldest first. $1 tenant, $2 customer ids, $3 the tag asked of each, pair by pair.
SELECT known.customer_id, known.tag, lower(known.during) AS entered_at, upper(known.during) AS left_at
FROM (SELECT DISTINCT customer_id, tag FROM unnest($2::uuid[], $3::text[]) AS pair (customer_id, tag)) AS asked
JOIN tag_interval AS known
    ON known.tenant_id = $1 AND known.customer_id = asked.customer_id AND known.tag = asked.tag
ORDER BY lower(known.during)
