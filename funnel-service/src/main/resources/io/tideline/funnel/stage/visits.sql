-- Moments of some customers in the stages of a funnel, as far as the caller sees the customers.
-- $1 tenant   $2 customers   $3 name numbers   $4 the tag a number stands for, or null
-- $5 only team seen, or null   $6 only agent seen, or null
-- result: customer_id, name_id, occurred_at, left_at (end of a tag's interval, null while carried), in order
SELECT event.customer_id, event.name_id, event.occurred_at, tag_interval.left_at
FROM event
JOIN unnest($3::int[], $4::text[]) AS wanted (name_id, tag) ON wanted.name_id = event.name_id
JOIN customer ON customer.tenant_id = event.tenant_id AND customer.customer_id = event.customer_id
LEFT JOIN tag_interval ON tag_interval.tenant_id = event.tenant_id
    AND tag_interval.customer_id = event.customer_id
    AND tag_interval.tag = wanted.tag
    AND tag_interval.entered_at = event.occurred_at
WHERE event.tenant_id = $1
    AND event.customer_id = ANY ($2::uuid[])
    AND ($5::uuid IS NULL OR customer.team_id = $5)
    AND ($6::uuid IS NULL OR customer.agent_id = $6)
ORDER BY event.customer_id, event.occurred_at, event.seq
