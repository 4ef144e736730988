-- Names of campaigns, for the labels of groups. $1 tenant, $2 ids
SELECT campaign_id, coalesce(name, external_id) AS label FROM campaign WHERE tenant_id = $1 AND campaign_id = ANY ($2::uuid[])
