-- Ad spend of campaigns in stretches of time. $1 tenant, $2 campaigns, $3 starts and $4 ends of the stretches, null where open
SELECT stretch.place, a.campaign_id, a.currency, sum(a.impressions)::bigint AS impressions, sum(a.clicks)::bigint AS clicks, sum(a.amount) AS amount,
       sum(a.conversions)::bigint AS conversions, sum(a.deals)::bigint AS deals
FROM unnest($3::timestamptz[], $4::timestamptz[]) WITH ORDINALITY AS stretch (start_at, end_at, place)
JOIN ad_spend a ON a.tenant_id = $1 AND a.campaign_id = ANY ($2::uuid[])
    AND (stretch.start_at IS NULL OR a.occurred_at >= stretch.start_at) AND (stretch.end_at IS NULL OR a.occurred_at < stretch.end_at)
GROUP BY stretch.place, a.campaign_id, a.currency
