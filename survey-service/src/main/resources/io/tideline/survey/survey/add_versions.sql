-- Asks surveys anew, each in its next version. $1 tenant, then arrays with one element a survey: $2 ids, $3 types, $4 lowest and $5 highest scores,
-- $6 whether higher is better, $7 titles, $8 questions, $9 languages, $10 designs as JSON, null for none.
WITH wanted AS (
    SELECT *
    FROM unnest($2::uuid[], $3::text[], $4::smallint[], $5::smallint[], $6::boolean[], $7::text[], $8::text[], $9::text[], $10::text[])
        AS w (survey_id, type, lowest, highest, higher_is_better, title, question, language, design)
), moved AS (
    UPDATE survey SET version = survey.version + 1
    FROM wanted
    WHERE survey.tenant_id = $1 AND survey.survey_id = wanted.survey_id
    RETURNING survey.survey_id, survey.version
)
INSERT INTO survey_version (tenant_id, survey_id, version, type, lowest, highest, higher_is_better, title, question, language, design)
SELECT $1, survey_id, version, type, lowest, highest, higher_is_better, title, question, language, design::jsonb
FROM moved JOIN wanted USING (survey_id)
