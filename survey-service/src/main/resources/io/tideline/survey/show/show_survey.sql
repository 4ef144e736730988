-- What a page needs to show an open survey. It is a transaction of its own that finds the tenant by the key, as submit_responses.sql does.
-- $1 public key, $2 page origin. Result: no row where no open survey has the key. contact: contact rules that are not of another survey, or null.
WITH opened AS MATERIALIZED (
    SELECT set_config('tideline.survey_key', $1::text, true) AS public_key
), door AS MATERIALIZED (
    SELECT found.survey_id, set_config('tideline.tenant', found.tenant_id, true) AS tenant_id
    FROM opened CROSS JOIN LATERAL (
        SELECT k.tenant_id, k.survey_id FROM survey_key k WHERE k.public_key = opened.public_key OFFSET 0
    ) AS found
)
SELECT s.version, s.type, s.title, s.question, s.language, s.design, s.target, s.contact, s.is_full, coalesce($2::text <> ALL (s.allowed_origins), false) AS refused
FROM door CROSS JOIN LATERAL (
    SELECT survey.version, survey.allowed_origins, v.type, v.title, v.question, v.language, v.design::text AS design,
           survey.target::text AS target,
           (SELECT json_agg(json_strip_nulls(json_build_object('scope', r.scope, 'days', r.days, 'most', r.most)) ORDER BY r.number)::text FROM contact_rule r
            WHERE r.tenant_id = door.tenant_id AND coalesce(r.survey_id, door.survey_id) = door.survey_id) AS contact,
           coalesce((SELECT q.taken >= q.most FROM survey_quota q WHERE q.tenant_id = door.tenant_id AND q.survey_id = door.survey_id), false) AS is_full
    FROM survey
    JOIN survey_version v ON v.tenant_id = survey.tenant_id AND v.survey_id = survey.survey_id AND v.version = survey.version
    WHERE survey.tenant_id = door.tenant_id AND survey.survey_id = door.survey_id AND survey.status = 'OPEN'
    OFFSET 0
) AS s
