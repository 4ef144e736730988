-- Definitions of funnels. A change is a new version; earlier ones stay and keep their validity.
CREATE TABLE funnel_version (
    tenant_id text NOT NULL,
    funnel_id uuid NOT NULL,
    version int NOT NULL CHECK (version > 0),
    key text NOT NULL,
    title text NOT NULL,
    -- [{"key", "title", "optional", "tag", "event", "order"}, …] in order
    stages jsonb NOT NULL,
    window_ms bigint CHECK (window_ms > 0),
    -- First instant this version is in force; version 1 also serves all time before it.
    valid_from timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    recorded_by text NOT NULL,
    idempotency_key text,
    PRIMARY KEY (tenant_id, funnel_id, version),
    UNIQUE (tenant_id, key, version),
    UNIQUE (tenant_id, idempotency_key)
);

ALTER TABLE funnel_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE funnel_version FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON funnel_version
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT ON funnel_version TO ${app};
