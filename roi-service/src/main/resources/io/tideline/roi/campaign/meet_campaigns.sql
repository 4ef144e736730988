-- Makes room for campaigns that a fact names before anybody described them. $1 tenant, $2 ids, $3 external ids. Returns those not known before.
INSERT INTO campaign (tenant_id, campaign_id, external_id)
SELECT $1, campaign_id, external_id
FROM unnest($2::uuid[], $3::text[]) AS named (campaign_id, external_id)
ORDER BY campaign_id
ON CONFLICT (tenant_id, campaign_id) DO NOTHING
RETURNING campaign_id, external_id, external_id AS label
