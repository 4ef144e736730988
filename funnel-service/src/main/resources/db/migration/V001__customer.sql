-- What this service knows of customers: copies of the dimensions that customer-service owns, kept up to date by the feed.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE organisation (
    tenant_id text PRIMARY KEY,
    name text,
    time_zone text NOT NULL,
    currency text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE customer (
    tenant_id text NOT NULL,
    customer_id uuid NOT NULL,
    external_id text NOT NULL,
    market text,
    language text,
    source text,
    campaign_id uuid,
    channel_account_id uuid,
    team_id uuid,
    agent_id uuid,
    acquired_at timestamptz,
    -- A fact named the customer before customer-service described it.
    placeholder boolean NOT NULL DEFAULT true,
    -- The customer this one was found to be; facts of both stand under that one.
    merged_into uuid,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, customer_id)
);
CREATE INDEX customer_merged ON customer (tenant_id, customer_id) WHERE merged_into IS NOT NULL;
CREATE INDEX customer_by_agent ON customer (tenant_id, agent_id);
CREATE INDEX customer_by_team ON customer (tenant_id, team_id);

-- Names of agents, teams, channel accounts and campaigns, for the labels of groups.
CREATE TABLE label (
    tenant_id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('AGENT', 'TEAM', 'CHANNEL_ACCOUNT', 'CAMPAIGN')),
    label_id uuid NOT NULL,
    external_id text NOT NULL,
    name text,
    PRIMARY KEY (tenant_id, kind, label_id)
);

ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON organisation
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE customer ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON customer
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE label ENABLE ROW LEVEL SECURITY;
ALTER TABLE label FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON label
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT, UPDATE ON organisation, customer, label TO ${app};
