-- What is known of the parts of a whole that is needed to say whether a segment takes some of the hidden ones and leaves others: one row for each
-- period and figure, however many parts there are.
-- Braces: the statement that counts them, with its parameters, and behind these the keys the segment names and the floor. It gives rows
-- {fits, period, group_key, kind, type, facts, answered}; answers of a kind other than ANSWER are those that came back.
-- Result: rows {fits, period (from 1), figure: the type of the answers, else the kind, small: parts with 1 to floor - 1 answers, small_named: those of them
-- the segment names, small_answers: of all of them together, next_named: whether the segment names the smallest of the others, null where there are no
-- others}; one row at least.
-- Periods in which nobody of the segment answered, or no part is small, have none: nothing of them is split.
WITH found AS (
    {counted}
), part AS (
    SELECT period, coalesce(type, kind) AS figure, group_key, coalesce(group_key = ANY ({named}::text[]), false) AS named,
           sum(CASE kind WHEN 'ANSWER' THEN facts ELSE answered END)::bigint AS answers
    FROM found
    WHERE period IS NOT NULL
    GROUP BY period, coalesce(type, kind), group_key
), placed AS (
    SELECT period, figure, named, answers, answers < {floor}::int AS small,
           row_number() OVER (PARTITION BY period, figure, answers < {floor}::int ORDER BY answers, group_key) AS place
    FROM part
    WHERE answers > 0
), judged AS (
    SELECT period, figure, count(*) FILTER (WHERE small) AS small, count(*) FILTER (WHERE small AND named) AS small_named,
           sum(answers) FILTER (WHERE small)::bigint AS small_answers, bool_or(named) FILTER (WHERE NOT small AND place = 1) AS next_named
    FROM placed
    GROUP BY period, figure
    HAVING bool_or(small) AND bool_or(named)
)
SELECT (SELECT bool_or(fits) FROM found) AS fits, period, figure, small, small_named, small_answers, next_named
FROM (VALUES (1)) AS one (row)
LEFT JOIN judged ON true
ORDER BY period, figure
