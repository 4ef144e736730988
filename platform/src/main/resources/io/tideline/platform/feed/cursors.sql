-- How far each source was read.
SELECT source, cursor, moved_at FROM feed_cursor ORDER BY source
