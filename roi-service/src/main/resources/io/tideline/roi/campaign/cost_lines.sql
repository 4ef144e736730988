-- Cost lines of campaigns. $1 tenant, $2 campaigns
SELECT cost_line_id, campaign_id, kind, amount, hours, rate, currency, from_at, until_at
FROM cost_line
WHERE tenant_id = $1 AND campaign_id = ANY ($2::uuid[])
ORDER BY from_at NULLS FIRST, cost_line_id
