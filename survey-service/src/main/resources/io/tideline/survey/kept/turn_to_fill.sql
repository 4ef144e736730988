-- Waits until nobody else fills: one does at a time, of whatever organisation, since it sorts in much memory. To be run before anything is written.
SELECT pg_advisory_xact_lock(hashtextextended('score', 1))::text AS held
