-- What the test's handler was told, so that a fold of the events can be compared with it.
CREATE TABLE told (tenant_id text NOT NULL, place bigint GENERATED ALWAYS AS IDENTITY, text text NOT NULL, PRIMARY KEY (tenant_id, place));
ALTER TABLE told ENABLE ROW LEVEL SECURITY;
ALTER TABLE told FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON told
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));
GRANT SELECT, INSERT ON told TO ${app};
