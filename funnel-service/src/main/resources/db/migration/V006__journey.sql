-- Journeys packed for reading: many customers a row, beside the facts they are made of. What changed since a row was packed stands in journey_change,
-- written by the transaction that stored the fact; both together say the same as event does, at any time.
CREATE TABLE journey_block (
    tenant_id text NOT NULL,
    -- Holds the customers from this id on, up to the next row's.
    first_customer uuid NOT NULL,
    -- Ids in their order, 16 bytes each.
    customers bytea NOT NULL,
    moments bytea NOT NULL,
    dimensions bytea NOT NULL,
    -- The latest arrival packed: what came later follows it among moments of one instant.
    latest_seq bigint NOT NULL,
    PRIMARY KEY (tenant_id, first_customer)
);
-- Packed already: compressing it again costs time and saves nothing.
ALTER TABLE journey_block ALTER customers SET STORAGE EXTERNAL, ALTER moments SET STORAGE EXTERNAL, ALTER dimensions SET STORAGE EXTERNAL;

-- MOMENTS: 36 bytes each, customer, microseconds since 2000, seq, name number, in this order.
-- CUSTOMERS: ids whose dimensions or care changed.   REREAD: ids whose moments are not those packed any more.
CREATE TABLE journey_change (
    tenant_id text NOT NULL,
    change_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    kind text NOT NULL CHECK (kind IN ('MOMENTS', 'CUSTOMERS', 'REREAD')),
    content bytea NOT NULL,
    PRIMARY KEY (tenant_id, change_id)
);
ALTER TABLE journey_change ALTER content SET STORAGE EXTERNAL;

-- How often journeys were packed: with the number of changes not yet packed it tells whether anything has happened.
CREATE TABLE journey_packing (
    tenant_id text PRIMARY KEY,
    times bigint NOT NULL
);

ALTER TABLE journey_block ENABLE ROW LEVEL SECURITY;
ALTER TABLE journey_block FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON journey_block
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

-- What was stored before is packed as if it had just come.
ALTER TABLE event NO FORCE ROW LEVEL SECURITY;
INSERT INTO journey_change (tenant_id, kind, content)
SELECT tenant_id, 'MOMENTS',
    string_agg(
        uuid_send(customer_id) || timestamptz_send(occurred_at) || int8send(seq) || int4send(name_id), ''::bytea
        ORDER BY customer_id, occurred_at, seq)
FROM (SELECT event.*, row_number() OVER (PARTITION BY tenant_id ORDER BY seq) / 16384 AS part FROM event) AS numbered
GROUP BY tenant_id, part;
ALTER TABLE event FORCE ROW LEVEL SECURITY;

ALTER TABLE journey_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE journey_change FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON journey_change
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE journey_packing ENABLE ROW LEVEL SECURITY;
ALTER TABLE journey_packing FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON journey_packing
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT, UPDATE ON journey_block, journey_packing TO ${app};
GRANT SELECT, INSERT, DELETE ON journey_change TO ${app};
