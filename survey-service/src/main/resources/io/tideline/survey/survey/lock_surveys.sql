-- Holds surveys until the transaction ends, so that two publications of one survey follow each other. $1 tenant, $2 keys.
SELECT survey_id FROM survey WHERE tenant_id = $1 AND key = ANY ($2::text[]) ORDER BY survey_id FOR UPDATE
