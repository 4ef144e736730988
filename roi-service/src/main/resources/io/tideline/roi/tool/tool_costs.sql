-- What software cost in a stretch of time, by currency; a line that runs over an end counts with the share of its time inside. $1 tenant, $2 start, $3 end
SELECT currency,
       sum(CASE WHEN until_at IS NULL OR (from_at >= $2 AND until_at <= $3) THEN amount
                ELSE amount * extract(epoch FROM least(until_at, $3) - greatest(from_at, $2)) / extract(epoch FROM until_at - from_at)
           END)::text AS amount
FROM cost_line
WHERE tenant_id = $1 AND kind = 'TOOL' AND from_at < $3 AND CASE WHEN until_at IS NULL THEN from_at >= $2 ELSE until_at > $2 END
GROUP BY currency
