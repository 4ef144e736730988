-- Since when a customer's market, language, source, campaign and channel account have been what: a row where a value replaced another, or where somebody said
-- since when it holds. A value holds until the next; the first holds for all time before too. The last of them stands with the customer.
CREATE TABLE dimension_value (
    tenant_id text NOT NULL,
    customer_id uuid NOT NULL,
    dimension text NOT NULL CHECK (dimension IN ('MARKET', 'LANGUAGE', 'SOURCE', 'CAMPAIGN', 'CHANNEL_ACCOUNT')),
    -- '-infinity' for what was known before anything changed.
    since timestamptz NOT NULL,
    -- As groups have it: of campaigns and channel accounts the id.
    value text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, customer_id, dimension, since)
);

ALTER TABLE dimension_value ENABLE ROW LEVEL SECURITY;
ALTER TABLE dimension_value FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON dimension_value
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT, UPDATE ON dimension_value TO ${app};
