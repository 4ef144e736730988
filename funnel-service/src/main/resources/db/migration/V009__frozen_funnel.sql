-- Results of closed periods. Nothing that is learned later changes them, neither late facts nor merges nor erasures, and they name nobody.
CREATE TABLE frozen_funnel (
    tenant_id text NOT NULL,
    funnel_id uuid NOT NULL,
    period_from date NOT NULL,
    period_to date NOT NULL CHECK (period_to > period_from),
    time_zone text NOT NULL,
    -- The definition that was in force.
    version int NOT NULL,
    -- Up to when facts counted.
    frozen_at timestamptz NOT NULL,
    converted int NOT NULL,
    pending int NOT NULL,
    dropped int NOT NULL,
    -- How many reached each stage, the entries first.
    counts int[] NOT NULL CHECK (cardinality(counts) > 0),
    frozen_by text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, funnel_id, period_from, period_to, time_zone)
);

ALTER TABLE frozen_funnel ENABLE ROW LEVEL SECURITY;
ALTER TABLE frozen_funnel FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON frozen_funnel
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT ON frozen_funnel TO ${app};
