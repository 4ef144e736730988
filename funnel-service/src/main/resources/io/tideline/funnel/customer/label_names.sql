-- $1 tenant   $2 kind   $3 ids
-- result: label_id, shown (the name, or the external id where no name was told)
SELECT label_id, coalesce(name, external_id) AS shown
FROM label
WHERE tenant_id = $1 AND kind = $2 AND label_id = ANY ($3::uuid[])
