-- An organisation that cuts its days in Berlin, with surveys on two scales. 1 and 2: tenant
WITH told AS (
    INSERT INTO organisation (tenant_id, time_zone, occurred_at) VALUES (?, 'Europe/Berlin', now())
)
INSERT INTO survey (tenant_id, survey_id, key, public_key, status, version)
SELECT ?, md5('bench scores ' || key)::uuid, key, 'BenchScores' || key, 'OPEN', 1 FROM (VALUES ('nps'), ('csat')) AS made (key)
