-- Since when a customer's market, language, source, campaign and channel account have been what: a row where a value replaces another, and where somebody
-- says since when it holds. The last of them is what stands with the customer; '-infinity' is what was known before anything changed.
CREATE TABLE customer_value (
    tenant_id text NOT NULL,
    customer_id uuid NOT NULL,
    dimension text NOT NULL CHECK (dimension IN ('MARKET', 'LANGUAGE', 'SOURCE', 'CAMPAIGN', 'CHANNEL_ACCOUNT')),
    since timestamptz NOT NULL,
    -- As the organisation names it: of campaigns and channel accounts the external id.
    value text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, customer_id, dimension, since)
);

ALTER TABLE customer_value ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer_value FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON customer_value
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT, UPDATE ON customer_value TO ${app};
