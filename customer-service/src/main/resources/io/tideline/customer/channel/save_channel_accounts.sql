-- Stores channel accounts; what is null leaves the known value. $1 tenant, $2 ids, $3 external ids, $4 names, $5 platforms, $6 markets. Returns the
-- accounts that are new or changed.
INSERT INTO channel_account AS known (tenant_id, channel_account_id, external_id, name, platform, market)
SELECT $1, id, external_id, name, platform, market
FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) AS said (id, external_id, name, platform, market)
ON CONFLICT (tenant_id, channel_account_id) DO UPDATE
SET name = coalesce(excluded.name, known.name),
    platform = coalesce(excluded.platform, known.platform),
    market = coalesce(excluded.market, known.market),
    recorded_at = now()
WHERE (coalesce(excluded.name, known.name), coalesce(excluded.platform, known.platform), coalesce(excluded.market, known.market))
    IS DISTINCT FROM (known.name, known.platform, known.market)
RETURNING channel_account_id AS id, external_id, coalesce(name, external_id) AS name, xmax = 0 AS is_new
