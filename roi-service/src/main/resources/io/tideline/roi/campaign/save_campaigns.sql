-- Describes campaigns; what is null stays. $1 tenant, then arrays, one element a campaign: $2 ids, $3 external ids, $4 names, $5 started at, $6 channel accounts,
-- $7 templates, $8 sends. Returns those that are new or changed.
INSERT INTO campaign AS known (tenant_id, campaign_id, external_id, name, started_at, channel_account_id, template, sends)
SELECT $1, campaign_id, external_id, name, started_at, channel_account_id, template, sends
FROM unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::uuid[], $7::text[], $8::bigint[])
     AS sent (campaign_id, external_id, name, started_at, channel_account_id, template, sends)
ORDER BY campaign_id
ON CONFLICT (tenant_id, campaign_id) DO UPDATE
SET name = coalesce(excluded.name, known.name), started_at = coalesce(excluded.started_at, known.started_at),
    channel_account_id = coalesce(excluded.channel_account_id, known.channel_account_id), template = coalesce(excluded.template, known.template),
    sends = coalesce(excluded.sends, known.sends), recorded_at = now()
WHERE (known.name, known.started_at, known.channel_account_id, known.template, known.sends)
      IS DISTINCT FROM (coalesce(excluded.name, known.name), coalesce(excluded.started_at, known.started_at),
                        coalesce(excluded.channel_account_id, known.channel_account_id), coalesce(excluded.template, known.template),
                        coalesce(excluded.sends, known.sends))
RETURNING campaign_id, external_id, coalesce(name, external_id) AS label, xmax = 0 AS inserted
