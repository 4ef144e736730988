-- How often one person may be asked; the rules of an organisation are replaced as a whole.
CREATE TABLE contact_rule (
    tenant_id text NOT NULL,
    number int NOT NULL,
    scope text NOT NULL CHECK (scope IN ('ANY_SURVEY', 'NPS', 'CSAT', 'CES', 'SURVEY', 'BUDGET')),
    survey_id uuid CHECK ((survey_id IS NOT NULL) = (scope = 'SURVEY')),
    days int NOT NULL,
    most int CHECK ((most IS NOT NULL) = (scope = 'BUDGET')),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, number)
);

ALTER TABLE contact_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_rule FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON contact_rule
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT, DELETE ON contact_rule TO ${app};
