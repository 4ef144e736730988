-- When the copy's values became true. The feed brings facts in the order of transactions, which is not the order of changes where a long one began
-- before a short one: what is older than the copy changes nothing.
ALTER TABLE customer ADD COLUMN changed_at timestamptz NOT NULL DEFAULT '-infinity';
