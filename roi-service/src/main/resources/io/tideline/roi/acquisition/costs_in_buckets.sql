-- Cost lines by bucket, campaign, advertising or not, and currency; a line that runs over a bound counts in each bucket with the share of its time there.
-- Software that is no campaign's is left out: it is the cost of the tool, not of winning customers. A line without a time falls on the start of its campaign,
-- or on the day it was recorded. $1 tenant, $2 bounds of the buckets, $3 campaigns or null (then also costs of no campaign)
WITH line AS (
    SELECT c.campaign_id, c.kind, c.currency, c.amount, coalesce(c.from_at, k.started_at, c.recorded_at) AS from_at, c.until_at
    FROM cost_line c
    LEFT JOIN campaign k ON k.tenant_id = $1 AND k.campaign_id = c.campaign_id
    WHERE c.tenant_id = $1 AND (c.campaign_id IS NOT NULL OR c.kind <> 'TOOL') AND ($3::uuid[] IS NULL OR c.campaign_id = ANY ($3::uuid[]))
), bucket AS (
    SELECT start_at, ($2::timestamptz[])[place + 1] AS end_at, place
    FROM unnest(($2::timestamptz[])[1:cardinality($2::timestamptz[]) - 1]) WITH ORDINALITY AS bound (start_at, place)
)
SELECT b.place AS bucket, l.campaign_id, l.kind = 'AD' AS advertising, l.currency,
       sum(CASE WHEN l.until_at IS NULL OR (l.from_at >= b.start_at AND l.until_at <= b.end_at) THEN l.amount
                ELSE l.amount * extract(epoch FROM least(l.until_at, b.end_at) - greatest(l.from_at, b.start_at))
                     / extract(epoch FROM l.until_at - l.from_at)
           END)::text AS amount
FROM bucket b
JOIN line l ON l.from_at < b.end_at AND CASE WHEN l.until_at IS NULL THEN l.from_at >= b.start_at ELSE l.until_at > b.start_at END
GROUP BY b.place, l.campaign_id, advertising, l.currency
