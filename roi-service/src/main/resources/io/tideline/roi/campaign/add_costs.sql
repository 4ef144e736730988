-- Appends cost lines; a line with a known id changes nothing. $1 tenant, then arrays, one element a line: $2 ids, $3 campaigns, $4 kinds, $5 amounts, $6 hours,
-- $7 hourly rates, $8 currencies, $9 from, $10 until. Returns the ids that were new.
INSERT INTO cost_line (tenant_id, cost_line_id, campaign_id, kind, amount, hours, rate, currency, from_at, until_at)
SELECT $1, cost_line_id, campaign_id, kind, amount, hours, rate, currency, from_at, until_at
FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::numeric[], $6::numeric[], $7::numeric[], $8::text[], $9::timestamptz[], $10::timestamptz[])
     AS sent (cost_line_id, campaign_id, kind, amount, hours, rate, currency, from_at, until_at)
ORDER BY cost_line_id
ON CONFLICT (tenant_id, cost_line_id) DO NOTHING
RETURNING cost_line_id
