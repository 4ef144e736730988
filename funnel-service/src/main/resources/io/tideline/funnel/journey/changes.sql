-- What has happened to journeys since they were packed, oldest first, as far as the content adds up to no more than the bytes asked for.
-- $1 tenant   $2 bytes
-- result: change_id, kind, content, is_all: whether there is nothing left
SELECT change_id, kind, content, before + octet_length(content) = total AS is_last
FROM (
    SELECT change_id, kind, content,
        coalesce(sum(octet_length(content)) OVER (ORDER BY change_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before,
        sum(octet_length(content)) OVER () AS total
    FROM journey_change
    WHERE tenant_id = $1
) AS waiting
WHERE before < $2::bigint
ORDER BY change_id
