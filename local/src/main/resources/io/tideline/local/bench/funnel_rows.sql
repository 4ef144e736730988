-- The rows for DuckDB; the stage counts from 1.
-- %1$s tenant   %2$s number of the first name
COPY (
    SELECT customer_id, occurred_at AT TIME ZONE 'UTC', seq, name_id - %2$s + 1
    FROM event
    WHERE tenant_id = '%1$s' AND name_id BETWEEN %2$s AND %2$s + 5
) TO STDOUT (FORMAT csv)
