-- Intervals of some tags of customers that the transaction has locked. $1 tenant, $2 customer ids, $3 tags.
SELECT customer_id, tag, lower(during) AS entered_at, upper(during) AS left_at
FROM tag_interval
WHERE tenant_id = $1
  AND customer_id = ANY ($2)
  AND tag = ANY ($3)
ORDER BY lower(during)
