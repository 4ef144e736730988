-- What this service knows of customers, all of it heard through the feed or guessed from an order that came first.
CREATE TABLE organisation (
    tenant_id text PRIMARY KEY,
    name text,
    time_zone text NOT NULL,
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    recorded_at timestamptz NOT NULL DEFAULT now()
);

-- person_id is the customer itself, or the one it was merged into.
CREATE TABLE customer (
    tenant_id text NOT NULL,
    customer_id uuid NOT NULL,
    person_id uuid NOT NULL,
    external_id text,
    market text,
    language text,
    source text,
    campaign_id uuid,
    channel_account_id uuid,
    team_id uuid,
    agent_id uuid,
    acquired_at timestamptz,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, customer_id)
);
CREATE INDEX customer_by_person ON customer (tenant_id, person_id);

CREATE TABLE tag_interval (
    tenant_id text NOT NULL,
    customer_id uuid NOT NULL,
    tag text NOT NULL,
    from_at timestamptz NOT NULL,
    until_at timestamptz,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, customer_id, tag, from_at)
);

-- Names of agents, teams and channel accounts, for the labels of groups.
CREATE TABLE label (
    tenant_id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('AGENT', 'TEAM', 'CHANNEL_ACCOUNT')),
    label_id uuid NOT NULL,
    external_id text NOT NULL,
    name text,
    recorded_at timestamptz NOT NULL DEFAULT now(),
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

ALTER TABLE tag_interval ENABLE ROW LEVEL SECURITY;
ALTER TABLE tag_interval FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON tag_interval
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE label ENABLE ROW LEVEL SECURITY;
ALTER TABLE label FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON label
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

-- The customers of a segment that a caller may see: one row for each recorded customer id, with the dimensions of the person it stands for.
-- A null list does not narrow; an empty one matches nobody. Tags count where they are active at seen_at.
CREATE FUNCTION segment_customer(
    tenant text, markets text[], languages text[], sources text[], accounts uuid[], teams uuid[], agents uuid[], tags text[], seen_at timestamptz,
    only_team uuid, only_agent uuid)
RETURNS TABLE (
    customer_id uuid, person_id uuid, market text, language text, source text, campaign_id uuid, channel_account_id uuid, team_id uuid, agent_id uuid)
LANGUAGE sql STABLE AS $$
    SELECT c.customer_id, c.person_id, p.market, p.language, p.source, p.campaign_id, p.channel_account_id, p.team_id, p.agent_id
    FROM customer c
    JOIN customer p ON p.tenant_id = c.tenant_id AND p.customer_id = c.person_id
    WHERE c.tenant_id = tenant
      AND (markets IS NULL OR p.market = ANY (markets))
      AND (languages IS NULL OR p.language = ANY (languages))
      AND (sources IS NULL OR p.source = ANY (sources))
      AND (accounts IS NULL OR p.channel_account_id = ANY (accounts))
      AND (teams IS NULL OR p.team_id = ANY (teams))
      AND (agents IS NULL OR p.agent_id = ANY (agents))
      AND (only_team IS NULL OR p.team_id = only_team)
      AND (only_agent IS NULL OR p.agent_id = only_agent)
      AND (tags IS NULL OR EXISTS (
          SELECT FROM tag_interval t
          JOIN customer member ON member.tenant_id = t.tenant_id AND member.customer_id = t.customer_id
          WHERE t.tenant_id = tenant AND member.person_id = c.person_id AND t.tag = ANY (tags)
            AND t.from_at <= seen_at AND (t.until_at IS NULL OR t.until_at > seen_at)))
$$;

GRANT SELECT, INSERT, UPDATE ON organisation, customer, tag_interval, label TO ${app};
