-- Who was erased must not come back by a fact that arrives late. What remains of them is a hash that only this organisation's salt leads to.
CREATE TABLE erasure_salt (
    tenant_id text PRIMARY KEY,
    salt uuid NOT NULL DEFAULT gen_random_uuid()
);

CREATE TABLE erased_customer (
    tenant_id text NOT NULL,
    -- SHA-256 of the salt and the customer's id.
    digest bytea NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, digest)
);

ALTER TABLE erasure_salt ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasure_salt FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON erasure_salt
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE erased_customer ENABLE ROW LEVEL SECURITY;
ALTER TABLE erased_customer FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON erased_customer
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT ON erasure_salt, erased_customer TO ${app};
-- Facts are appended and never removed, but with their person.
GRANT DELETE ON event, customer, former_care, dimension_value TO ${app};
