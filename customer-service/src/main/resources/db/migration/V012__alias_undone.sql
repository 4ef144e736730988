-- Merges that were taken back. The merge itself stays on record.
CREATE TABLE customer_alias_undone (
    tenant_id text NOT NULL,
    -- The merge.
    event_id uuid NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, event_id),
    FOREIGN KEY (tenant_id, event_id) REFERENCES customer_alias (tenant_id, event_id)
);

ALTER TABLE customer_alias_undone ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer_alias_undone FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON customer_alias_undone
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT ON customer_alias_undone TO ${app};
