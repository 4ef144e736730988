-- How far the next packing goes: over so many facts at most, and one note at least. $1 tenant, $2 most facts. Result: one row {upto: null where nothing waits}.
SELECT max(note_id) AS upto
FROM (
    SELECT note_id, row_number() OVER run AS place,
           sum(coalesce(cardinality(responses), 0) + coalesce(cardinality(kinds), 0)) OVER run AS facts
    FROM score_note
    WHERE tenant_id = $1
    WINDOW run AS (ORDER BY note_id)
) AS waiting
WHERE place = 1 OR facts <= $2::bigint
