-- Ad spend by bucket, campaign and currency. $1 tenant, $2 bounds of the buckets (timestamptz, ascending, one more than buckets), $3 campaigns or null
SELECT width_bucket(occurred_at, $2::timestamptz[]) AS bucket, campaign_id, currency, sum(amount)::text AS amount, sum(clicks)::bigint AS clicks,
       sum(conversions)::bigint AS conversions
FROM ad_spend
WHERE tenant_id = $1 AND occurred_at >= ($2::timestamptz[])[1] AND occurred_at < ($2::timestamptz[])[cardinality($2::timestamptz[])]
  AND ($3::uuid[] IS NULL OR campaign_id = ANY ($3::uuid[]))
GROUP BY bucket, campaign_id, currency
