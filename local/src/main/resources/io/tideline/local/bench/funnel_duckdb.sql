-- The same question to DuckDB.
WITH e0 AS (
    SELECT c, t, s, n FROM moment
), e1 AS (
    SELECT c, t, s, n, max(CASE WHEN n = 1 THEN t END) OVER run AS a
    FROM e0
    WINDOW run AS (PARTITION BY c ORDER BY t, s ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
), e2 AS (
    SELECT c, t, s, n, a, max(CASE WHEN n = 2 AND t - a <= interval '30 days' THEN a END) OVER run AS b
    FROM e1
    WINDOW run AS (PARTITION BY c ORDER BY t, s ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
), e3 AS (
    SELECT c, t, s, n, a, b, max(CASE WHEN n = 3 AND t - b <= interval '30 days' THEN b END) OVER run AS d
    FROM e2
    WINDOW run AS (PARTITION BY c ORDER BY t, s ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
), e4 AS (
    SELECT c, t, s, n, a, b, d, max(CASE WHEN n = 4 AND t - d <= interval '30 days' THEN d END) OVER run AS f
    FROM e3
    WINDOW run AS (PARTITION BY c ORDER BY t, s ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
), e5 AS (
    SELECT c, t, s, n, a, b, d, f, max(CASE WHEN n = 5 AND t - f <= interval '30 days' THEN f END) OVER run AS g
    FROM e4
    WINDOW run AS (PARTITION BY c ORDER BY t, s ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
), furthest AS (
    SELECT c, max(CASE WHEN n = 6 AND t - g <= interval '30 days' THEN 6 WHEN n = 5 AND t - f <= interval '30 days' THEN 5 WHEN n = 4 AND t - d <= interval '30 days' THEN 4 WHEN n = 3 AND t - b <= interval '30 days' THEN 3 WHEN n = 2 AND t - a <= interval '30 days' THEN 2 WHEN n = 1 THEN 1 END) AS k
    FROM e5
    GROUP BY c
)
SELECT count(*) FILTER (WHERE k >= 1), count(*) FILTER (WHERE k >= 2), count(*) FILTER (WHERE k >= 3), count(*) FILTER (WHERE k >= 4), count(*) FILTER (WHERE k >= 5), count(*) FILTER (WHERE k >= 6)
FROM furthest
