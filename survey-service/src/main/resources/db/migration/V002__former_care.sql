-- Who looked after a customer before: facts count for the agent and the team of their own time. Who looks after the customer now stands with the
-- customer, and who is first known of counts for all time before, so there is nothing here of customers that never changed hands.
CREATE TABLE former_care (
    tenant_id text NOT NULL,
    customer_id uuid NOT NULL,
    since timestamptz NOT NULL,
    until timestamptz NOT NULL,
    agent_id uuid,
    team_id uuid,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, customer_id, until),
    CHECK (since < until)
);

ALTER TABLE former_care ENABLE ROW LEVEL SECURITY;
ALTER TABLE former_care FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON former_care
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT ON former_care TO ${app};

-- Teams that agents were in before, for answers that name their agent; the present team stands with the agent's label.
CREATE TABLE former_membership (
    tenant_id text NOT NULL,
    agent_id uuid NOT NULL,
    since timestamptz NOT NULL,
    until timestamptz NOT NULL,
    team_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, agent_id, until),
    CHECK (since < until)
);

ALTER TABLE former_membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE former_membership FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON former_membership
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT ON former_membership TO ${app};
