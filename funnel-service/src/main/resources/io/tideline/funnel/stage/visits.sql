-- Moments of some customers in the stages of a funnel, as far as the caller sees the customers.
-- $1 tenant   $2 customers   $3 name numbers   $4 the tag a number stands for, or null
-- $5 only team seen, or null   $6 only agent seen, or null
-- result: customer_id, name_id, occurred_at, left_at (end of a tag's interval, null while carried), in order
-- Intervals lend their end to the moment at which they began by a window, not by a join: planned for unknown arrays, a join compares all with all.
WITH moment AS (
    SELECT customer_id, name_id, occurred_at, seq, NULL::timestamptz AS left_at
    FROM event
    WHERE tenant_id = $1 AND customer_id = ANY ($2::uuid[]) AND name_id = ANY ($3::int[])
    UNION ALL
    SELECT customer_id, ($3::int[])[array_position($4::text[], tag)], entered_at, NULL, left_at
    FROM tag_interval
    WHERE tenant_id = $1 AND customer_id = ANY ($2::uuid[]) AND tag = ANY ($4::text[])
),
ended AS (
    SELECT customer_id, name_id, occurred_at, seq, max(left_at) OVER (PARTITION BY customer_id, name_id, occurred_at) AS left_at
    FROM moment
)
SELECT ended.customer_id, ended.name_id, ended.occurred_at, ended.left_at
FROM customer
JOIN ended ON ended.customer_id = customer.customer_id
WHERE customer.tenant_id = $1
    AND customer.customer_id = ANY ($2::uuid[])
    AND ($5::uuid IS NULL OR customer.team_id = $5)
    AND ($6::uuid IS NULL OR customer.agent_id = $6)
    AND ended.seq IS NOT NULL
ORDER BY ended.customer_id, ended.occurred_at, ended.seq
