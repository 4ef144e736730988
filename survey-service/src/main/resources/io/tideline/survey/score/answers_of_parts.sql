-- Counts as judge_parts.sql takes them, of the answers themselves: they fit every question. Braces: the statement that counts them.
SELECT true AS fits, period, group_key, kind, type, facts, answered
FROM (
    {counted}
) AS answer
