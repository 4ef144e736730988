-- Opens a survey from 0 to 10. 1: tenant   2: public key
WITH given AS (
    SELECT ?::text AS tenant_id, ?::text AS public_key, gen_random_uuid() AS survey_id
), made AS (
    INSERT INTO survey (tenant_id, survey_id, key, public_key, status, version)
    SELECT tenant_id, survey_id, public_key, public_key, 'OPEN', 1 FROM given
), asked AS (
    INSERT INTO survey_version (tenant_id, survey_id, version, type, lowest, highest, higher_is_better, title, question, language)
    SELECT tenant_id, survey_id, 1, 'nps.0_10', 0, 10, true, 'Bench', 'How likely?', 'en' FROM given
)
INSERT INTO survey_key (public_key, tenant_id, survey_id) SELECT public_key, tenant_id, survey_id FROM given
