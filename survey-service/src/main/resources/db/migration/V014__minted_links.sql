-- Links that were made for customers and of whose sending nobody has told yet: a day long each counts as a copy, so that two who make links before either
-- is sent do not both ask. Only where an organisation has a budget of copies.
CREATE TABLE minted_link (
    tenant_id text NOT NULL,
    customer_id uuid NOT NULL,
    response_key text NOT NULL,
    survey_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, customer_id, response_key)
);
CREATE INDEX minted_link_by_time ON minted_link (tenant_id, recorded_at);

ALTER TABLE minted_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE minted_link FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON minted_link
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT, DELETE ON minted_link TO ${app};
