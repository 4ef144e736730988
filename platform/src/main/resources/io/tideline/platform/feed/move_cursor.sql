-- $1 source, $2 cursor
INSERT INTO feed_cursor (source, cursor) VALUES ($1, $2)
ON CONFLICT (source) DO UPDATE SET cursor = excluded.cursor, moved_at = now()
