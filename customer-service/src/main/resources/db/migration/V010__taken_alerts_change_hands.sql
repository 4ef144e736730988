-- Whose customer it was about when an alert was taken: who has the customer next may take it over.
ALTER TABLE alert ADD COLUMN taken_agent uuid;
