-- Alerts: what asks for somebody's attention, and what became of it.
CREATE TABLE alert (
    tenant_id text NOT NULL,
    alert_id uuid NOT NULL,
    rule text NOT NULL,
    severity text NOT NULL CHECK (severity IN ('ORDINARY', 'HIGH')),
    -- Whom it is about. Whose alert it is stands with the customer: it goes along when the customer changes hands.
    customer_id uuid NOT NULL,
    status text NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'VIEWED', 'TAKEN', 'CLOSED')),
    -- How often the condition was met while the alert was not closed.
    times int NOT NULL CHECK (times > 0),
    outcome text CHECK (outcome IN ('RECOVERED', 'NOT_RECOVERED', 'FALSE_ALARM')),
    -- Each step with the identity provider's id of the person and the name at that time.
    viewed_at timestamptz,
    viewed_by text,
    viewed_name text,
    taken_at timestamptz,
    taken_by text,
    taken_name text,
    closed_at timestamptz,
    closed_by text,
    closed_name text,
    -- When the condition was met first, when it was found out, and when it was found again.
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    repeated_at timestamptz,
    PRIMARY KEY (tenant_id, alert_id),
    CHECK ((status = 'CLOSED') = (closed_at IS NOT NULL))
);
-- One alert of a rule and a customer until it is closed.
CREATE UNIQUE INDEX alert_not_closed ON alert (tenant_id, customer_id, rule) WHERE status <> 'CLOSED';
CREATE INDEX alert_by_time ON alert (tenant_id, recorded_at DESC, alert_id DESC);

-- What met a rule's condition, such as an answer: it counts once, however often it is told.
CREATE TABLE alert_cause (
    tenant_id text NOT NULL,
    rule text NOT NULL,
    cause_id uuid NOT NULL,
    alert_id uuid NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, rule, cause_id),
    FOREIGN KEY (tenant_id, alert_id) REFERENCES alert (tenant_id, alert_id)
);

CREATE TABLE alert_note (
    tenant_id text NOT NULL,
    note_id uuid NOT NULL,
    alert_id uuid NOT NULL,
    text text NOT NULL,
    author text NOT NULL,
    author_name text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, note_id),
    FOREIGN KEY (tenant_id, alert_id) REFERENCES alert (tenant_id, alert_id)
);
CREATE INDEX alert_note_by_alert ON alert_note (tenant_id, alert_id, recorded_at);

ALTER TABLE alert ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON alert
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE alert_cause ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert_cause FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON alert_cause
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE alert_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert_note FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON alert_note
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT, UPDATE ON alert TO ${app};
GRANT SELECT, INSERT ON alert_cause, alert_note TO ${app};
