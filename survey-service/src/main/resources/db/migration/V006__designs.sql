-- What a version asks beyond its one scored question: follow-ups, branches, translations. Null: nothing.
ALTER TABLE survey_version ADD COLUMN design jsonb;

-- What somebody said to follow-ups; an answer that is given stays.
CREATE TABLE response_answer (
    tenant_id text NOT NULL,
    response_id uuid NOT NULL,
    question text NOT NULL,
    chosen text[] NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, response_id, question)
);

ALTER TABLE response_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE response_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON response_answer
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT ON response_answer TO ${app};
