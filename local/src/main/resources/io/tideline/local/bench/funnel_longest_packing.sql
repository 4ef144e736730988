-- Milliseconds for which the longest transaction that packs journeys and has written has been running: so long it holds back the feeds of the server.
SELECT coalesce(max(extract(epoch FROM clock_timestamp() - xact_start) * 1000), 0)::bigint
FROM pg_stat_activity
WHERE datname = 'funnel' AND backend_xid IS NOT NULL
    AND EXISTS (SELECT FROM pg_locks WHERE pg_locks.pid = pg_stat_activity.pid AND locktype = 'advisory')
