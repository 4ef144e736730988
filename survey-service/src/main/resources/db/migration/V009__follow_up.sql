-- Customers whom somebody is to see to after a bad answer: one an answer. Open until there is an outcome.
CREATE TABLE follow_up (
    tenant_id text NOT NULL,
    response_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    reason text NOT NULL CHECK (reason IN ('DETRACTOR', 'LOW_SCORE', 'NEGATIVE_COMMENT')),
    agent_id uuid,
    team_id uuid,
    due_at timestamptz NOT NULL,
    assigned_by text,
    assigned_at timestamptz,
    outcome text CHECK (outcome IN ('RECOVERED', 'NOT_RECOVERED', 'NOT_REACHED', 'FALSE_ALARM')),
    note text,
    closed_by text,
    closed_by_name text,
    closed_at timestamptz,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, response_id),
    CHECK (num_nulls(outcome, closed_by, closed_by_name, closed_at) IN (0, 4))
);
CREATE INDEX follow_up_by_due ON follow_up (tenant_id, due_at, response_id);

ALTER TABLE follow_up ENABLE ROW LEVEL SECURITY;
ALTER TABLE follow_up FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON follow_up
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT, UPDATE ON follow_up TO ${app};
