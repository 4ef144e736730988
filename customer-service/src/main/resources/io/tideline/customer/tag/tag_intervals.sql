-- Tags of customers, oldest first. $1 tenant, $2 customer ids.
SELECT customer_id, tag, lower(during) AS entered_at, upper(during) AS left_at
FROM tag_interval
WHERE tenant_id = $1
  AND customer_id = ANY ($2)
ORDER BY lower(during), tag
