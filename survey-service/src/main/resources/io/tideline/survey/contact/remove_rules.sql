-- Removes all contact rules of an organisation. $1 tenant.
DELETE FROM contact_rule WHERE tenant_id = $1
