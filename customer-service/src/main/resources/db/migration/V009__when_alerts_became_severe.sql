-- The count with which an alert became HIGH; null where it has been HIGH from the first one on, or is not.
ALTER TABLE alert ADD COLUMN high_at_times int;
