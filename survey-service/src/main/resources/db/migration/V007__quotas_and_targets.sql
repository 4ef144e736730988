-- How many whole answers a survey takes, and where and to whom it is shown. Null: any number, everywhere, everybody.
ALTER TABLE survey ADD COLUMN quota_most int CHECK (quota_most > 0);
ALTER TABLE survey ADD COLUMN quota_hard boolean NOT NULL DEFAULT false;
ALTER TABLE survey ADD COLUMN target jsonb;
