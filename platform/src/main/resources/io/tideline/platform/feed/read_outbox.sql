-- Events after a cursor in commit order. $1 transaction id of the cursor (text), $2 its seq, $3 most events.
-- Only transactions older than every running one are shown, so that none can still commit in front of what was read.
-- Ordered by the column, not by the text of the same name: 999 stands before 1000, and a page that ended among them would leave some out for good.
SELECT xid::text AS xid, seq, event_id, tenant_id, type, aggregate, schema_version, occurred_at, recorded_at, data::text AS data
FROM outbox
WHERE (xid, seq) > ($1::text::xid8, $2::bigint)
  AND xid < pg_snapshot_xmin(pg_current_snapshot())
ORDER BY outbox.xid, outbox.seq
LIMIT $3
