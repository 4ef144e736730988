-- What is copied of customers, their labels and the organisation's days; the customer service owns it and tells it by its feed.
CREATE TABLE organisation (
    tenant_id text PRIMARY KEY,
    time_zone text NOT NULL,
    occurred_at timestamptz NOT NULL,
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
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, customer_id)
);

CREATE TABLE customer_alias (
    tenant_id text NOT NULL,
    from_id uuid NOT NULL,
    to_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, from_id)
);
CREATE INDEX customer_alias_to ON customer_alias (tenant_id, to_id);

CREATE TABLE customer_tag (
    tenant_id text NOT NULL,
    customer_id uuid NOT NULL,
    tag text NOT NULL,
    from_at timestamptz NOT NULL,
    until_at timestamptz,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, customer_id, tag, from_at)
);

-- Names of agents, teams, channel accounts and campaigns; name is null for those only met in a customer's fields.
CREATE TABLE label (
    tenant_id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('AGENT', 'TEAM', 'CHANNEL_ACCOUNT', 'CAMPAIGN')),
    label_id uuid NOT NULL,
    external_id text NOT NULL,
    name text,
    team_id uuid,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, kind, label_id)
);

CREATE TABLE survey (
    tenant_id text NOT NULL,
    survey_id uuid NOT NULL,
    key text NOT NULL,
    public_key text NOT NULL,
    status text NOT NULL CHECK (status IN ('OPEN', 'CLOSED')),
    version int NOT NULL,
    allowed_origins text[],
    published_at timestamptz NOT NULL DEFAULT now(),
    closed_at timestamptz,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, survey_id),
    UNIQUE (tenant_id, key)
);

-- Type, scale, direction, wording and language belong to the version, so an answer keeps the meaning it was given with.
CREATE TABLE survey_version (
    tenant_id text NOT NULL,
    survey_id uuid NOT NULL,
    version int NOT NULL,
    type text NOT NULL,
    lowest smallint NOT NULL,
    highest smallint NOT NULL,
    higher_is_better boolean NOT NULL,
    title text NOT NULL,
    question text NOT NULL,
    language text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, survey_id, version),
    FOREIGN KEY (tenant_id, survey_id) REFERENCES survey (tenant_id, survey_id)
);

-- Whose survey a public key is. The one table without the tenant first in its key: the door knows nothing but the key.
CREATE TABLE survey_key (
    public_key text PRIMARY KEY CHECK (length(public_key) = 22),
    tenant_id text NOT NULL,
    survey_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now()
);

-- The answer as it stands; response_part keeps what each post brought. No foreign key to the survey: each answer would lock the one row that all
-- answers share, and the storing statement reads the survey's version anyway.
CREATE TABLE response (
    tenant_id text NOT NULL,
    survey_id uuid NOT NULL,
    response_key text NOT NULL,
    response_id uuid NOT NULL DEFAULT gen_random_uuid(),
    revision int NOT NULL DEFAULT 1,
    version int NOT NULL,
    type text NOT NULL,
    score smallint,
    comment text,
    language text,
    customer_id uuid,
    claimed_customer text,
    agent_id uuid,
    origin text NOT NULL CHECK (origin IN ('DOOR', 'INGEST', 'STAFF')),
    answered_at timestamptz NOT NULL,
    claimed_at timestamptz,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    changed_xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (tenant_id, survey_id, response_key),
    UNIQUE (tenant_id, response_id)
);
CREATE INDEX response_by_time ON response (tenant_id, answered_at);
CREATE INDEX response_by_customer ON response (tenant_id, customer_id, answered_at DESC, response_id DESC) WHERE customer_id IS NOT NULL;
CREATE INDEX response_with_comment ON response (tenant_id, answered_at DESC, response_id DESC) WHERE comment IS NOT NULL;

CREATE TABLE response_part (
    tenant_id text NOT NULL,
    response_id uuid NOT NULL,
    revision int NOT NULL,
    score smallint,
    comment text,
    language text,
    customer_id uuid,
    claimed_customer text,
    agent_id uuid,
    occurred_at timestamptz NOT NULL,
    claimed_at timestamptz,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, response_id, revision)
);

-- What happened to one copy of a survey before, or instead of, its answer. It shares the answer's key.
CREATE TABLE delivery_event (
    tenant_id text NOT NULL,
    survey_id uuid NOT NULL,
    response_key text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('SENT', 'SHOWN', 'STARTED', 'DISMISSED')),
    customer_id uuid,
    occurred_at timestamptz NOT NULL,
    claimed_at timestamptz,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, survey_id, response_key, kind)
);
CREATE INDEX delivery_event_by_time ON delivery_event (tenant_id, occurred_at);
CREATE INDEX delivery_event_by_customer ON delivery_event (tenant_id, customer_id, occurred_at) WHERE customer_id IS NOT NULL;

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

ALTER TABLE customer_alias ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer_alias FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON customer_alias
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE customer_tag ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer_tag FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON customer_tag
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE label ENABLE ROW LEVEL SECURITY;
ALTER TABLE label FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON label
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE survey ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON survey
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE survey_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey_version FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON survey_version
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE survey_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey_key FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON survey_key
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE response ENABLE ROW LEVEL SECURITY;
ALTER TABLE response FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON response
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE response_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE response_part FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON response_part
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE delivery_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE delivery_event FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON delivery_event
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));
-- Who holds a key may learn whose survey it is, and nothing of any other key.
CREATE POLICY holder ON survey_key FOR SELECT USING (public_key = nullif(current_setting('tideline.survey_key', true), ''));

GRANT SELECT, INSERT, UPDATE ON organisation, customer, customer_alias, customer_tag, label, survey, response TO ${app};
GRANT SELECT, INSERT ON survey_version, survey_key, response_part, delivery_event TO ${app};
