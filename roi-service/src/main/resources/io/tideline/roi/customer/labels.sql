-- Names of what groups are made by. $1 tenant, $2 kind
SELECT label_id, coalesce(name, external_id) AS name FROM label WHERE tenant_id = $1 AND kind = $2
