-- Cursor of the newest event written, delivered or not; no row where nothing was ever written.
SELECT xid::text AS xid, seq FROM outbox ORDER BY xid DESC, seq DESC LIMIT 1
