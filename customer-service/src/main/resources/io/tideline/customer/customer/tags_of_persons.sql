-- Tags of customers and of all that were merged into them, by the customer that stands for them. $1 tenant, $2 customers.
SELECT coalesce(carrier.merged_into, carrier.customer_id) AS person_id, tag_interval.tag, lower(tag_interval.during) AS entered_at,
    upper(tag_interval.during) AS left_at
FROM customer AS carrier
JOIN tag_interval ON tag_interval.tenant_id = $1 AND tag_interval.customer_id = carrier.customer_id
WHERE carrier.tenant_id = $1
  AND (carrier.customer_id = ANY ($2::uuid[]) OR carrier.merged_into = ANY ($2::uuid[]))
ORDER BY person_id, tag, entered_at
