-- Makes surveys with their first version and their public key, open at once. $1 tenant, then arrays with one element a survey: $2 ids, $3 keys,
-- $4 public keys, $5 types, $6 lowest and $7 highest scores, $8 whether higher is better, $9 titles, $10 questions, $11 languages, $12 designs as JSON, null for none. Any page may
-- show them. Result: ids of those that were not there before.
WITH wanted AS (
    SELECT *
    FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::smallint[], $7::smallint[], $8::boolean[], $9::text[], $10::text[], $11::text[], $12::text[])
        AS w (survey_id, key, public_key, type, lowest, highest, higher_is_better, title, question, language, design)
), made AS (
    INSERT INTO survey (tenant_id, survey_id, key, public_key, status, version)
    SELECT $1, survey_id, key, public_key, 'OPEN', 1
    FROM wanted
    ON CONFLICT (tenant_id, survey_id) DO NOTHING
    RETURNING survey_id
), versions AS (
    INSERT INTO survey_version (tenant_id, survey_id, version, type, lowest, highest, higher_is_better, title, question, language, design)
    SELECT $1, survey_id, 1, type, lowest, highest, higher_is_better, title, question, language, design::jsonb
    FROM made JOIN wanted USING (survey_id)
), keys AS (
    INSERT INTO survey_key (public_key, tenant_id, survey_id)
    SELECT public_key, $1, survey_id FROM made JOIN wanted USING (survey_id)
)
SELECT survey_id FROM made
