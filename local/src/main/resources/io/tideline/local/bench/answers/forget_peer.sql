-- Removes the answers that came past the door, and what was kept and told of them.
WITH gone AS (
    DELETE FROM response WHERE response_key LIKE 'p%' RETURNING response_id
)
SELECT count(*) FROM gone
