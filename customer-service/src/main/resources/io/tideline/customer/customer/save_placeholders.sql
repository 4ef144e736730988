-- Stores customers that are only heard of. $1 tenant, $2 ids, $3 external ids. Returns those that were not known.
INSERT INTO customer (tenant_id, customer_id, external_id, placeholder)
SELECT $1, customer_id, external_id, true
FROM unnest($2::uuid[], $3::text[]) AS heard (customer_id, external_id)
ON CONFLICT DO NOTHING
RETURNING customer_id, external_id, NULL::text AS market, NULL::text AS language, NULL::text AS source, NULL::text AS campaign, NULL::text AS agent,
    NULL::text AS team, NULL::text AS channel_account, NULL::timestamptz AS acquired_at, true AS placeholder, true AS is_new
