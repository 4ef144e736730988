-- $1 tenant, $2 ids
SELECT campaign_id, external_id, coalesce(name, external_id) AS label, started_at, template, sends
FROM campaign
WHERE tenant_id = $1 AND campaign_id = ANY ($2::uuid[])
