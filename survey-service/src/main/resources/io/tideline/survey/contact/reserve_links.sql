-- Notes links as copies that will come to customers, where the organisation has a budget of copies, and forgets those that count no more.
-- $1 tenant, $2 survey id, then arrays with one element a link: $3 customer ids, $4 response keys. Result: one row {minted_at}.
WITH forgotten AS (
    DELETE FROM minted_link WHERE tenant_id = $1 AND recorded_at <= now() - interval '1 day'
), noted AS (
    INSERT INTO minted_link (tenant_id, customer_id, response_key, survey_id)
    SELECT $1, customer_id, response_key, $2::uuid
    FROM unnest($3::uuid[], $4::text[]) AS made (customer_id, response_key)
    WHERE EXISTS (SELECT FROM contact_rule r WHERE r.tenant_id = $1 AND r.scope = 'BUDGET')
)
SELECT now() AS minted_at
