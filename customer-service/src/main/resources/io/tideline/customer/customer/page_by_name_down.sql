-- Customers of a segment by name, going down.
-- $1 tenant; segment, null does not narrow: $2 markets, $3 languages, $4 sources, $5 campaign ids, $6 channel account ids, $7 team ids, $8 agent ids,
-- $9 tags carried now; $10 text to find in the external id or, where $11 allows, in the name; it is no pattern, so no letter of it is special;
-- $12 and $13 the only agent and team whose customers the caller sees, or null; $14 and $15 sort value and id of the customer to go on behind, or null; $16 most rows.
-- Returns customers with the ids that were merged into each.
SELECT c.customer_id, c.external_id, c.name, c.email, c.phone, c.market, c.language, c.source, c.campaign_id,
       c.agent_id, c.team_id, c.channel_account_id, c.acquired_at, c.placeholder, c.name_key,
       ARRAY(
           SELECT absorbed.customer_id
           FROM customer AS absorbed
           WHERE absorbed.tenant_id = c.tenant_id AND absorbed.merged_into = c.customer_id) AS absorbed
FROM customer AS c
WHERE c.tenant_id = $1
  AND c.merged_into IS NULL
  AND ($2::text[] IS NULL OR c.market = ANY ($2))
  AND ($3::text[] IS NULL OR c.language = ANY ($3))
  AND ($4::text[] IS NULL OR c.source = ANY ($4))
  AND ($5::uuid[] IS NULL OR c.campaign_id = ANY ($5))
  AND ($6::uuid[] IS NULL OR c.channel_account_id = ANY ($6))
  AND ($7::uuid[] IS NULL OR c.team_id = ANY ($7))
  AND ($8::uuid[] IS NULL OR c.agent_id = ANY ($8))
  AND ($9::text[] IS NULL OR c.customer_id IN (SELECT tagged.customer_id FROM tagged_customer($1, $9) AS tagged))
  AND ($10::text IS NULL
      OR strpos(c.external_id_lower, lower($10)) > 0
      OR ($11::boolean AND strpos(c.name_lower, lower($10)) > 0))
  AND ($12::uuid IS NULL OR c.agent_id = $12)
  AND ($13::uuid IS NULL OR c.team_id = $13)
  AND ($14::text IS NULL OR (c.name_key, c.customer_id) < ($14::text, $15::uuid))
ORDER BY c.name_key DESC, c.customer_id DESC
LIMIT $16
