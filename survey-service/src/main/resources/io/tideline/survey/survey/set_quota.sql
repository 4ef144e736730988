-- Says how many whole answers a survey takes. What it has taken stays, unless it had no quota: then it is counted from now on.
-- $1 tenant, $2 survey id, $3 how many, 0 for any number, $4 whether it is hard.
INSERT INTO survey_quota AS q (tenant_id, survey_id, most, hard)
VALUES ($1, $2, nullif($3::int, 0), $4)
ON CONFLICT (tenant_id, survey_id) DO UPDATE SET
    most = excluded.most,
    hard = excluded.hard,
    since = CASE WHEN q.most IS NULL THEN excluded.since ELSE q.since END,
    taken = CASE WHEN q.most IS NULL THEN 0 ELSE q.taken END,
    reached_at = CASE
        WHEN q.most IS NULL OR excluded.most IS NULL OR q.taken < excluded.most THEN NULL
        WHEN q.taken >= q.most THEN q.reached_at
        ELSE now()
    END
