-- Answers that filled in a field which people do not see. They are kept, and count as nothing.
CREATE TABLE trapped_answer (
    tenant_id text NOT NULL,
    survey_id uuid NOT NULL,
    response_key text NOT NULL,
    body jsonb NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, survey_id, response_key)
);

ALTER TABLE trapped_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE trapped_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON trapped_answer
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT ON trapped_answer TO ${app};
