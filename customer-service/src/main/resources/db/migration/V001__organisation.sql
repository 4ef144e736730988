-- Settings of an organisation, and the people and accounts that look after its customers.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE organisation (
    tenant_id text PRIMARY KEY,
    name text,
    time_zone text NOT NULL,
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    recorded_at timestamptz NOT NULL DEFAULT now()
);

-- A name of null marks a placeholder: somebody spoke of the team before it was described.
CREATE TABLE team (
    tenant_id text NOT NULL,
    team_id uuid NOT NULL,
    external_id text NOT NULL,
    name text,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, team_id),
    UNIQUE (tenant_id, external_id)
);

CREATE TABLE agent (
    tenant_id text NOT NULL,
    agent_id uuid NOT NULL,
    external_id text NOT NULL,
    name text,
    team_id uuid,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, agent_id),
    UNIQUE (tenant_id, external_id),
    FOREIGN KEY (tenant_id, team_id) REFERENCES team (tenant_id, team_id)
);
CREATE INDEX agent_by_team ON agent (tenant_id, team_id);

CREATE TABLE channel_account (
    tenant_id text NOT NULL,
    channel_account_id uuid NOT NULL,
    external_id text NOT NULL,
    name text,
    platform text,
    market text,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, channel_account_id),
    UNIQUE (tenant_id, external_id)
);

ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON organisation
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE team ENABLE ROW LEVEL SECURITY;
ALTER TABLE team FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON team
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE agent ENABLE ROW LEVEL SECURITY;
ALTER TABLE agent FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON agent
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE channel_account ENABLE ROW LEVEL SECURITY;
ALTER TABLE channel_account FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON channel_account
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT, UPDATE ON organisation, team, agent, channel_account TO ${app};
