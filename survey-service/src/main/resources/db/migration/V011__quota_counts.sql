-- How many whole answers a survey takes and has taken, in one row, so that an answer at the last place waits for one other commit and nobody counts rows.
-- Counted since the survey got a quota; most is null where it has none any more. reached_at is when the last place went.
CREATE TABLE survey_quota (
    tenant_id text NOT NULL,
    survey_id uuid NOT NULL,
    most int CHECK (most > 0),
    hard boolean NOT NULL,
    since timestamptz NOT NULL DEFAULT now(),
    taken int NOT NULL DEFAULT 0,
    reached_at timestamptz,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, survey_id)
);

-- Row level security is forced on whom it is moved from, so it is moved before the wall stands.
ALTER TABLE survey NO FORCE ROW LEVEL SECURITY;
ALTER TABLE response_end NO FORCE ROW LEVEL SECURITY;
INSERT INTO survey_quota (tenant_id, survey_id, most, hard, since, taken, reached_at)
SELECT s.tenant_id, s.survey_id, s.quota_most, s.quota_hard, '-infinity', ended.taken, CASE WHEN ended.taken >= s.quota_most THEN ended.last_at END
FROM survey s
CROSS JOIN LATERAL (
    SELECT count(*) AS taken, max(e.recorded_at) AS last_at
    FROM response_end e
    WHERE e.tenant_id = s.tenant_id AND e.survey_id = s.survey_id
) AS ended
WHERE s.quota_most IS NOT NULL;
ALTER TABLE survey FORCE ROW LEVEL SECURITY;
ALTER TABLE response_end FORCE ROW LEVEL SECURITY;

ALTER TABLE survey DROP COLUMN quota_most, DROP COLUMN quota_hard;

ALTER TABLE survey_quota ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey_quota FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON survey_quota
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT, UPDATE ON survey_quota TO ${app};
