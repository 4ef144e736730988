-- Net promoters by market from the answers themselves: the latest of each customer, or all. 1: tenant   2 and 3: start and end   4: true for the latest
SELECT market, count(*) FILTER (WHERE score >= 9) - count(*) FILTER (WHERE score <= 6) AS net, count(*) AS answers
FROM (
    SELECT c.market, r.score, row_number() OVER (PARTITION BY r.customer_id ORDER BY r.answered_at DESC, r.response_id DESC) AS place
    FROM response r
    JOIN customer c USING (tenant_id, customer_id)
    WHERE r.tenant_id = ? AND r.type = 'nps.0_10' AND r.answered_at >= ?::timestamptz AND r.answered_at < ?::timestamptz
) AS placed
WHERE place = 1 OR NOT ?
GROUP BY market
ORDER BY market
