-- Says facts to the other services. $1 tenant, $2 event ids, $3 types, $4 aggregates, $5 occurred at, $6 data; one array element an event.
INSERT INTO outbox (tenant_id, event_id, type, aggregate, occurred_at, data)
SELECT $1, event_id, type, aggregate, occurred_at, data::jsonb
FROM unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::text[]) AS said (event_id, type, aggregate, occurred_at, data)
ON CONFLICT (tenant_id, event_id) DO NOTHING
