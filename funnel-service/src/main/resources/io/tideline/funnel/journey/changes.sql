-- What has happened to journeys since they were packed, oldest first, as far as it adds up to no more than the bytes asked for; an id counts four times, since
-- it costs a look-up beside the memory, and sixteen times where a reader has to look up its facts. Customers to be read anew come last: the facts hold all
-- their moments, so no moment may be left for later that would be met again.
-- $1 tenant   $2 bytes
-- result: change_id, kind, content, is_last: whether there is nothing left, packed_before: customers before this one are packed already, or null
SELECT change_id, kind, content, before + weight = total AS is_last,
    CASE WHEN change_id = ANY (round) THEN packed_before END AS packed_before
FROM (
    SELECT change_id, kind, content, weight,
        coalesce(sum(weight) OVER (ORDER BY kind = 'REREAD', change_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before,
        sum(weight) OVER () AS total
    FROM journey_change
    CROSS JOIN LATERAL (SELECT octet_length(content) * CASE kind WHEN 'MOMENTS' THEN 1 WHEN 'CUSTOMERS' THEN 4 ELSE 16 END AS weight) AS weighed
    WHERE tenant_id = $1
) AS waiting
LEFT JOIN journey_packing ON journey_packing.tenant_id = $1
WHERE before < $2::bigint
ORDER BY kind = 'REREAD', change_id
