-- Events after a cursor in commit order. $1 transaction id of the cursor (text), $2 its seq, $3 most events.
-- Only transactions older than every running one are shown, so that none can still commit in front of what was read.
SELECT xid::text AS xid, seq, event_id, tenant_id, type, aggregate, schema_version, occurred_at, recorded_at, data::text AS data
FROM outbox
WHERE (xid, seq) > ($1::text::xid8, $2::bigint)
  AND xid < pg_snapshot_xmin(pg_current_snapshot())
ORDER BY xid, seq
LIMIT $3
