-- What a service says to the others (outbox) and what it has heard of them (inbox, feed_cursor, dead_letter).
CREATE TABLE outbox (
    tenant_id text NOT NULL,
    event_id uuid NOT NULL,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    seq bigint GENERATED ALWAYS AS IDENTITY,
    type text NOT NULL,
    aggregate text NOT NULL,
    schema_version smallint NOT NULL DEFAULT 1,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    data jsonb NOT NULL,
    PRIMARY KEY (tenant_id, event_id)
);
-- Readers go by transaction id, not by seq alone: a sequence hands out numbers before commit, so following it loses rows of slow writers.
CREATE INDEX outbox_by_commit ON outbox (xid, seq);

CREATE TABLE inbox (
    tenant_id text NOT NULL,
    source text NOT NULL,
    event_id uuid NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, source, event_id)
);

CREATE TABLE dead_letter (
    tenant_id text NOT NULL,
    source text NOT NULL,
    event_id uuid NOT NULL,
    type text NOT NULL,
    reason text NOT NULL,
    tries int NOT NULL,
    event jsonb NOT NULL,
    refused_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, source, event_id)
);

-- How far this service has read each source; holds no tenant's data.
CREATE TABLE feed_cursor (
    source text PRIMARY KEY,
    cursor text NOT NULL,
    moved_at timestamptz NOT NULL DEFAULT now()
);

ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON outbox
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));
-- The feed's door reads for all tenants; only it sets this, and only for reading.
CREATE POLICY feed ON outbox FOR SELECT USING (current_setting('tideline.feed', true) = 'on');

ALTER TABLE inbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE inbox FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON inbox
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE dead_letter ENABLE ROW LEVEL SECURITY;
ALTER TABLE dead_letter FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON dead_letter
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT ON outbox, inbox TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON dead_letter TO ${app};
GRANT SELECT, INSERT, UPDATE ON feed_cursor TO ${app};
