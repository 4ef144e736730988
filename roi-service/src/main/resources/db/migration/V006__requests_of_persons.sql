-- Whose request a key stands for: two people may use the same key. Empty where it was noted before that was kept.
ALTER TABLE request ADD COLUMN subject text NOT NULL DEFAULT '';
ALTER TABLE request DROP CONSTRAINT request_pkey;
ALTER TABLE request ADD PRIMARY KEY (tenant_id, subject, operation, idempotency_key);
