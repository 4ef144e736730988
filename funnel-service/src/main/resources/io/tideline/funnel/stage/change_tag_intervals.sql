-- Takes over tag intervals; the same start again only changes the end.
-- $1 tenant   $2 customers   $3 tags   $4 starts   $5 ends, null while carried; later rows of one start win
INSERT INTO tag_interval (tenant_id, customer_id, tag, entered_at, left_at)
SELECT DISTINCT ON (person.customer_id, told.tag, told.entered_at)
    $1, person.customer_id, told.tag, told.entered_at, told.left_at
FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[])
    WITH ORDINALITY AS told (customer_id, tag, entered_at, left_at, place)
LEFT JOIN customer AS named ON named.tenant_id = $1 AND named.customer_id = told.customer_id
CROSS JOIN LATERAL (SELECT coalesce(named.merged_into, told.customer_id) AS customer_id) AS person
ORDER BY person.customer_id, told.tag, told.entered_at, told.place DESC
ON CONFLICT (tenant_id, customer_id, tag, entered_at) DO UPDATE SET left_at = excluded.left_at
