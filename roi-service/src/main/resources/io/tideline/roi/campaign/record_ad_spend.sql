-- Appends ad spend; a row with a known id changes nothing. $1 tenant, then arrays, one element a row: $2 ids, $3 campaigns, $4 instants, $5 impressions, $6 clicks,
-- $7 amounts, $8 currencies, $9 conversions, $10 deals. Returns the ids that were new.
INSERT INTO ad_spend (tenant_id, ad_spend_id, campaign_id, occurred_at, impressions, clicks, amount, currency, conversions, deals)
SELECT $1, ad_spend_id, campaign_id, occurred_at, impressions, clicks, amount, currency, conversions, deals
FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::bigint[], $6::bigint[], $7::numeric[], $8::text[], $9::bigint[], $10::bigint[])
     AS sent (ad_spend_id, campaign_id, occurred_at, impressions, clicks, amount, currency, conversions, deals)
ORDER BY ad_spend_id
ON CONFLICT (tenant_id, ad_spend_id) DO NOTHING
RETURNING ad_spend_id
