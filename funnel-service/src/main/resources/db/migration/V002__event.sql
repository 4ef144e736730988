-- What happened to customers, one row a moment, in the order that funnels walk: (customer, occurred_at, seq).
CREATE SEQUENCE event_batch;

-- Names are written once, events hold their number: the index that funnels scan stays small. The kinds have name spaces of their own.
CREATE TABLE event_name (
    tenant_id text NOT NULL,
    name_id int NOT NULL GENERATED ALWAYS AS IDENTITY,
    kind text NOT NULL CHECK (kind IN ('EVENT', 'TAG', 'ORDER')),
    name text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, name_id),
    UNIQUE (tenant_id, kind, name)
);

-- Append-only. A tag's start and an order are moments of a customer like any event, so one ordered scan serves every funnel.
-- seq orders moments of one instant by arrival: number of the batch times 16384 plus place in the batch.
CREATE TABLE event (
    tenant_id text NOT NULL,
    event_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    name_id int NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    seq bigint NOT NULL,
    properties jsonb,
    -- The customer the fact named, where that one was later merged into customer_id.
    told_of uuid,
    PRIMARY KEY (tenant_id, event_id)
);
CREATE INDEX event_journey ON event (tenant_id, customer_id, occurred_at, seq) INCLUDE (name_id);

-- How long a tag was carried; its start is an event too.
CREATE TABLE tag_interval (
    tenant_id text NOT NULL,
    customer_id uuid NOT NULL,
    tag text NOT NULL,
    entered_at timestamptz NOT NULL,
    left_at timestamptz CHECK (left_at > entered_at),
    during tstzrange NOT NULL GENERATED ALWAYS AS (tstzrange(entered_at, left_at)) STORED,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, customer_id, tag, entered_at),
    -- Checked at commit, since one batch may end an interval and begin the next.
    CONSTRAINT tag_carried_once EXCLUDE USING gist
        (tenant_id WITH =, customer_id WITH =, tag WITH =, during WITH &&) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX tag_interval_by_tag ON tag_interval (tenant_id, tag, entered_at);

ALTER TABLE event_name ENABLE ROW LEVEL SECURITY;
ALTER TABLE event_name FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON event_name
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE event ENABLE ROW LEVEL SECURITY;
ALTER TABLE event FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON event
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE tag_interval ENABLE ROW LEVEL SECURITY;
ALTER TABLE tag_interval FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON tag_interval
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT USAGE ON SEQUENCE event_batch TO ${app};
GRANT SELECT, INSERT ON event_name, event TO ${app};
-- Of a stored event only the person it belongs to may change, when two customers turn out to be one.
GRANT UPDATE (customer_id, told_of) ON event TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON tag_interval TO ${app};
