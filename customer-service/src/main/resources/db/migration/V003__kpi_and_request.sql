-- Targets that an organisation sets for its KPIs, each from a day on, and the mutations it has sent under a key.
CREATE TABLE kpi_target (
    tenant_id text NOT NULL,
    kpi text NOT NULL,
    valid_from date NOT NULL,
    minimum numeric,
    maximum numeric,
    variant text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, kpi, valid_from),
    CHECK (minimum IS NOT NULL OR maximum IS NOT NULL),
    CHECK (minimum <= maximum)
);

CREATE TABLE request (
    tenant_id text NOT NULL,
    operation text NOT NULL,
    idempotency_key text NOT NULL,
    -- SHA-256 of the input: the input itself may name people.
    fingerprint bytea NOT NULL,
    errors jsonb,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, operation, idempotency_key)
);

ALTER TABLE kpi_target ENABLE ROW LEVEL SECURITY;
ALTER TABLE kpi_target FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON kpi_target
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE request ENABLE ROW LEVEL SECURITY;
ALTER TABLE request FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON request
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT, UPDATE ON kpi_target, request TO ${app};
