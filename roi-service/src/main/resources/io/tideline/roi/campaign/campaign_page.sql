-- Campaigns, newest first, those without a start last. $1 tenant, $2 start of the campaign the page follows (text, -infinity without a start) or null,
-- $3 id of that campaign, $4 most rows
SELECT campaign_id, external_id, coalesce(name, external_id) AS label, started_at, template, sends,
       coalesce(started_at, '-infinity')::text AS started_text
FROM campaign
WHERE tenant_id = $1
  AND ($2::text IS NULL OR (coalesce(started_at, '-infinity'), campaign_id) < ($2::text::timestamptz, $3::uuid))
ORDER BY coalesce(started_at, '-infinity') DESC, campaign_id DESC
LIMIT $4
