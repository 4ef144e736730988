-- Whether a customer, as merged, is of those that a target names. $1 tenant, $2 customer id, then what it names, null for anything: $3 markets, $4 languages,
-- $5 sources, $6 tags of which one is carried now. Result: one row where it is.
SELECT c.customer_id
FROM customer c
WHERE c.tenant_id = $1
  AND c.customer_id = coalesce((SELECT a.to_id FROM customer_alias a WHERE a.tenant_id = $1 AND a.from_id = $2::uuid), $2::uuid)
  AND ($3::text[] IS NULL OR c.market = ANY ($3::text[]))
  AND ($4::text[] IS NULL OR c.language = ANY ($4::text[]))
  AND ($5::text[] IS NULL OR c.source = ANY ($5::text[]))
  AND ($6::text[] IS NULL OR EXISTS (
      SELECT FROM customer_tag t
      WHERE t.tenant_id = $1 AND t.customer_id = c.customer_id AND t.tag = ANY ($6::text[]) AND t.from_at <= now() AND coalesce(t.until_at > now(), true)))
