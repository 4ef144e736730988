-- Counts as judge_parts.sql takes them, of comments and texts by the answers they come from, whatever their themes. Braces: the statement that counts them.
SELECT true AS fits, period, group_key, 'COMMENTS' AS kind, NULL::text AS type, texts AS facts, answers AS answered
FROM (
    {counted}
) AS comment
WHERE theme IS NULL
