-- Customers, the tags they carry over time, and merges.
CREATE TABLE customer (
    tenant_id text NOT NULL,
    customer_id uuid NOT NULL,
    external_id text NOT NULL,
    name text,
    email text,
    phone text,
    market text,
    language text,
    source text,
    campaign text,
    campaign_id uuid,
    agent_id uuid,
    -- The customer's own team where own_team is set, otherwise a copy of the agent's.
    team_id uuid,
    own_team boolean NOT NULL DEFAULT false,
    channel_account_id uuid,
    acquired_at timestamptz,
    -- Somebody spoke of the customer before anyone described it.
    placeholder boolean NOT NULL DEFAULT false,
    -- The customer this one was found to be; always the last of a chain.
    merged_into uuid,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    -- Sort keys without null. Plain columns, because an expression of the caller cannot use an index behind row level security.
    acquired_key timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(acquired_at, '-infinity'::timestamptz)) STORED,
    name_key text NOT NULL GENERATED ALWAYS AS (left(lower(coalesce(name, '')), 100)) STORED,
    PRIMARY KEY (tenant_id, customer_id),
    UNIQUE (tenant_id, external_id),
    FOREIGN KEY (tenant_id, agent_id) REFERENCES agent (tenant_id, agent_id),
    FOREIGN KEY (tenant_id, team_id) REFERENCES team (tenant_id, team_id),
    FOREIGN KEY (tenant_id, channel_account_id) REFERENCES channel_account (tenant_id, channel_account_id),
    FOREIGN KEY (tenant_id, merged_into) REFERENCES customer (tenant_id, customer_id),
    CHECK (merged_into <> customer_id)
);
CREATE INDEX customer_by_acquired ON customer (tenant_id, acquired_key, customer_id);
CREATE INDEX customer_by_name ON customer (tenant_id, name_key, customer_id);
CREATE INDEX customer_by_external_id ON customer (tenant_id, external_id, customer_id);
CREATE INDEX customer_by_agent ON customer (tenant_id, agent_id);
CREATE INDEX customer_by_team ON customer (tenant_id, team_id);
CREATE INDEX customer_by_survivor ON customer (tenant_id, merged_into) WHERE merged_into IS NOT NULL;

-- What was found to be the same customer, in the order it was found; nothing here is changed or removed.
CREATE TABLE customer_alias (
    tenant_id text NOT NULL,
    event_id uuid NOT NULL,
    from_id uuid NOT NULL,
    into_id uuid NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, event_id),
    FOREIGN KEY (tenant_id, from_id) REFERENCES customer (tenant_id, customer_id),
    FOREIGN KEY (tenant_id, into_id) REFERENCES customer (tenant_id, customer_id)
);
CREATE INDEX customer_alias_by_from ON customer_alias (tenant_id, from_id);

-- A customer carries a tag from entering to leaving, both times known or the end still open; occurred_at is the entering.
CREATE TABLE tag_interval (
    tenant_id text NOT NULL,
    event_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    tag text NOT NULL,
    during tstzrange NOT NULL CHECK (NOT isempty(during) AND lower(during) IS NOT NULL AND lower_inc(during)),
    occurred_at timestamptz NOT NULL GENERATED ALWAYS AS (lower(during)) STORED,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, event_id),
    FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, customer_id),
    -- Checked at commit, since one batch may shorten an interval and add the next.
    CONSTRAINT tag_carried_once EXCLUDE USING gist
        (tenant_id WITH =, customer_id WITH =, tag WITH =, during WITH &&) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX tag_interval_by_customer ON tag_interval (tenant_id, customer_id, tag);
CREATE INDEX tag_interval_by_tag ON tag_interval (tenant_id, tag);

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

ALTER TABLE tag_interval ENABLE ROW LEVEL SECURITY;
ALTER TABLE tag_interval FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON tag_interval
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT, UPDATE ON customer, tag_interval TO ${app};
GRANT SELECT, INSERT ON customer_alias TO ${app};
