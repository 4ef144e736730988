-- Takes the themes of comments away before they are looked through anew. $1 tenant, $2 response ids.
DELETE FROM theme_hit WHERE tenant_id = $1 AND response_id = ANY ($2::uuid[])
