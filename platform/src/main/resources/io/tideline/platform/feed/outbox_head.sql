-- Cursor of the newest event written, delivered or not; no row where nothing was ever written.
-- Ordered by the column, not by the text of the same name: 999 stands before 1000.
SELECT xid::text AS xid, seq FROM outbox ORDER BY outbox.xid DESC, outbox.seq DESC LIMIT 1
