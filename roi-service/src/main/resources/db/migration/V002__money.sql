-- Campaigns and what they cost; orders and refunds; ad spend. Amounts are exact decimals of one currency each and are never added across currencies.

-- A name of null marks a placeholder: somebody spoke of the campaign before it was described.
CREATE TABLE campaign (
    tenant_id text NOT NULL,
    campaign_id uuid NOT NULL,
    external_id text NOT NULL,
    name text,
    started_at timestamptz,
    channel_account_id uuid,
    template text,
    sends bigint CHECK (sends >= 0),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, campaign_id),
    UNIQUE (tenant_id, external_id)
);

-- A line of no campaign is a cost of the organisation as a whole. It is spread evenly over [from_at, until_at), or falls on from_at alone.
CREATE TABLE cost_line (
    tenant_id text NOT NULL,
    cost_line_id uuid NOT NULL,
    campaign_id uuid,
    kind text NOT NULL CHECK (kind IN ('FEE', 'LABOUR', 'GIFT', 'COUPON', 'AD', 'TOOL', 'OTHER')),
    amount numeric NOT NULL CHECK (amount >= 0),
    hours numeric CHECK (hours >= 0),
    rate numeric CHECK (rate >= 0),
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    from_at timestamptz,
    until_at timestamptz CHECK (until_at > from_at),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, cost_line_id),
    FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaign (tenant_id, campaign_id)
);
CREATE INDEX cost_line_by_campaign ON cost_line (tenant_id, campaign_id);

-- A refund is a row of its own with a negative amount; refund_of names the order it takes back, where that is known.
CREATE TABLE customer_order (
    tenant_id text NOT NULL,
    order_id uuid NOT NULL,
    external_id text NOT NULL,
    customer_id uuid NOT NULL,
    occurred_at timestamptz NOT NULL,
    amount numeric NOT NULL,
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    campaign_id uuid,
    refund boolean NOT NULL,
    refund_of uuid,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, order_id),
    FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, customer_id),
    FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaign (tenant_id, campaign_id),
    CHECK (refund = (amount < 0) OR (refund AND amount = 0))
);
CREATE INDEX customer_order_by_customer ON customer_order (tenant_id, customer_id, occurred_at, order_id);
CREATE INDEX customer_order_by_time ON customer_order (tenant_id, occurred_at);
CREATE INDEX customer_order_by_campaign ON customer_order (tenant_id, campaign_id) WHERE campaign_id IS NOT NULL;

CREATE TABLE ad_spend (
    tenant_id text NOT NULL,
    ad_spend_id uuid NOT NULL,
    campaign_id uuid NOT NULL,
    occurred_at timestamptz NOT NULL,
    impressions bigint NOT NULL CHECK (impressions >= 0),
    clicks bigint NOT NULL CHECK (clicks >= 0),
    amount numeric NOT NULL CHECK (amount >= 0),
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    conversions bigint NOT NULL CHECK (conversions >= 0),
    deals bigint NOT NULL CHECK (deals >= 0),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, ad_spend_id),
    FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaign (tenant_id, campaign_id)
);
CREATE INDEX ad_spend_by_campaign ON ad_spend (tenant_id, campaign_id, occurred_at);
CREATE INDEX ad_spend_by_time ON ad_spend (tenant_id, occurred_at);

ALTER TABLE campaign ENABLE ROW LEVEL SECURITY;
ALTER TABLE campaign FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON campaign
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE cost_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE cost_line FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON cost_line
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE customer_order ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer_order FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON customer_order
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE ad_spend ENABLE ROW LEVEL SECURITY;
ALTER TABLE ad_spend FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON ad_spend
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT ON cost_line, customer_order, ad_spend TO ${app};
GRANT SELECT, INSERT, UPDATE ON campaign TO ${app};
