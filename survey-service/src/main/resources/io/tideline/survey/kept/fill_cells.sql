-- Counts all facts of an organisation anew, and forgets what was kept and noted before. One statement, so that it sees one snapshot: what is noted later is
-- of facts that it did not see. It writes nothing until everything is counted, since no feed goes on while a transaction that has written runs.
-- $1 tenant. Result: one row {cells}.
WITH wanted AS MATERIALIZED (
    SELECT coalesce((SELECT time_zone FROM organisation WHERE tenant_id = $1), 'UTC') AS zone,
           coalesce((SELECT generation FROM score_kept WHERE tenant_id = $1), 0) + 1 AS generation
), placed AS (
    SELECT r.survey_id, r.type, r.score, r.answered_at AS at, r.response_id, r.customer_id, r.agent_id,
           coalesce(alias.to_id, r.customer_id, r.response_id) AS person, date_trunc('month', r.answered_at AT TIME ZONE wanted.zone)::date AS month
    FROM response r
    CROSS JOIN wanted
    LEFT JOIN customer_alias alias ON alias.tenant_id = $1 AND alias.from_id = r.customer_id
    WHERE r.tenant_id = $1 AND r.score IS NOT NULL
), fact AS (
    SELECT 'ANSWER' AS kind, survey_id, type, month,
           coalesce(lead(month) OVER (PARTITION BY person, type ORDER BY at, response_id), 'infinity') AS next,
           coalesce(lead(month) OVER (PARTITION BY person, type, survey_id ORDER BY at, response_id), 'infinity') AS next_own,
           score, at, customer_id, agent_id, 1 AS answered
    FROM placed
    UNION ALL
    SELECT d.kind, d.survey_id, '', date_trunc('month', d.occurred_at AT TIME ZONE wanted.zone)::date, 'infinity', 'infinity', -1::smallint, d.occurred_at,
           coalesce(d.customer_id, r.customer_id), r.agent_id, (r.score IS NOT NULL)::int
    FROM delivery_event d
    CROSS JOIN wanted
    LEFT JOIN response r ON r.tenant_id = $1 AND r.survey_id = d.survey_id AND r.response_key = d.response_key
    WHERE d.tenant_id = $1
), described AS (
    SELECT fact.kind, fact.survey_id, fact.type, fact.month, fact.next, fact.next_own, fact.score, fact.answered, coalesce(c.market, '') AS market, c.language,
           c.source, c.campaign_id, c.channel_account_id,
           CASE WHEN fact.agent_id IS NOT NULL THEN coalesce(member.team_id, rated.team_id, c.team_id)
                WHEN care.customer_id IS NULL THEN c.team_id ELSE care.team_id END AS team_id,
           CASE WHEN fact.agent_id IS NOT NULL THEN fact.agent_id WHEN care.customer_id IS NULL THEN c.agent_id ELSE care.agent_id END AS agent_id
    FROM fact
    LEFT JOIN customer_alias alias ON alias.tenant_id = $1 AND alias.from_id = fact.customer_id
    LEFT JOIN customer c ON c.tenant_id = $1 AND c.customer_id = coalesce(alias.to_id, fact.customer_id)
    LEFT JOIN former_care care ON care.tenant_id = $1 AND care.customer_id = c.customer_id AND fact.at >= care.since AND fact.at < care.until
    LEFT JOIN label rated ON rated.tenant_id = $1 AND rated.kind = 'AGENT' AND rated.label_id = fact.agent_id
    LEFT JOIN former_membership member ON member.tenant_id = $1 AND member.agent_id = fact.agent_id AND fact.at >= member.since AND fact.at < member.until
), counted AS (
    SELECT cut.cut, d.month, d.market, cut.value, cut.team, cut.agent, d.kind, d.type, d.score, cut.next_one, count(*) AS facts,
           sum(d.answered) AS answered
    FROM described d
    CROSS JOIN LATERAL score_cut(d.survey_id, d.next, d.next_own, d.language, d.source, d.campaign_id, d.channel_account_id, d.team_id, d.agent_id) AS cut
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
), put AS (
    INSERT INTO score_cell (tenant_id, generation, cut, month, market, value, team_id, agent_id, kind, type, score, next, facts, answered)
    SELECT $1, wanted.generation, counted.* FROM counted CROSS JOIN wanted ORDER BY 3, 4, 5, 6, 7, 8
    RETURNING 1
), noted AS (
    DELETE FROM score_note WHERE tenant_id = $1
), former AS (
    DELETE FROM score_cell WHERE tenant_id = $1
), kept AS (
    INSERT INTO score_kept (tenant_id, generation, zone) SELECT $1, generation, zone FROM wanted
    ON CONFLICT (tenant_id) DO UPDATE SET generation = excluded.generation, zone = excluded.zone, recorded_at = now()
)
SELECT count(*) AS cells FROM put
