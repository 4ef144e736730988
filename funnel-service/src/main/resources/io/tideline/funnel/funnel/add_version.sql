-- $1 tenant   $2 funnel id   $3 version   $4 key   $5 title   $6 stages as JSON   $7 window in milliseconds or null
-- $8 valid from   $9 who defined it   $10 idempotency key or null
INSERT INTO funnel_version (
    tenant_id, funnel_id, version, key, title, stages, window_ms, valid_from, recorded_by, idempotency_key)
VALUES ($1, $2, $3, $4, $5, $6::text::jsonb, $7, $8, $9, $10)
