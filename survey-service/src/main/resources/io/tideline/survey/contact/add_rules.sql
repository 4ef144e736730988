-- Adds contact rules. $1 tenant, then arrays with one element a rule: $2 scopes, $3 survey ids, $4 days, $5 most.
INSERT INTO contact_rule (tenant_id, number, scope, survey_id, days, most)
SELECT $1, number, scope, survey_id, days, most
FROM unnest($2::text[], $3::uuid[], $4::int[], $5::int[]) WITH ORDINALITY AS given (scope, survey_id, days, most, number)
