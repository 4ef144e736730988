-- Counts what count_answers.sql counts, of whole months, from the cells that are kept and the notes that wait to be packed.
-- $1 tenant, $2 zone; one array element a period, in their order: $3 first month, $4 the month behind the last, $5 start and $6 end (half-open);
-- $7 cut of the cells, $8 dimension or null, $9 true: each customer's latest answer in a period; $10 markets,
-- $11 values of the cut, $12 teams and $13 agents asked for, $14 team and $15 agent the caller is confined to ('' and the nil uuid: without a value).
-- Result: rows {fits, period (from 1), group_key, group_label, kind, type, score, facts, answered, accounts (null
-- without $9)}; one row at least. fits is false, and nothing is counted,
-- where nothing is kept, its months are not those of the zone, a period ends inside a month of which something lies outside, or so much is noted that
-- reading the answers costs less.
WITH period AS MATERIALIZED (
    SELECT number, first, past, starts, ends, first::timestamp AT TIME ZONE $2::text AS first_at, past::timestamp AT TIME ZONE $2::text AS past_at
    FROM unnest($3::date[], $4::date[], $5::timestamptz[], $6::timestamptz[]) WITH ORDINALITY AS p (first, past, starts, ends, number)
), edge AS MATERIALIZED (
    SELECT least(first_at, starts) AS since, greatest(first_at, starts) AS until FROM period
    UNION
    SELECT least(past_at, ends), greatest(past_at, ends) FROM period
), kept AS MATERIALIZED (
    SELECT generation
    FROM score_kept
    WHERE tenant_id = $1 AND zone = $2
      AND (SELECT coalesce(sum(coalesce(cardinality(responses), 0) + coalesce(cardinality(kinds), 0)), 0) FROM score_note WHERE tenant_id = $1) <= 2000
      AND NOT EXISTS (
          SELECT FROM edge CROSS JOIN LATERAL (
              (SELECT 1 FROM response r WHERE r.tenant_id = $1 AND r.answered_at >= edge.since AND r.answered_at < edge.until LIMIT 1)
              UNION ALL
              (SELECT 1 FROM delivery_event d WHERE d.tenant_id = $1 AND d.occurred_at >= edge.since AND d.occurred_at < edge.until LIMIT 1)
          ) AS outside
          WHERE edge.since < edge.until)
), span AS MATERIALIZED (
    SELECT min(first) AS first, max(past) AS past FROM period
), month AS MATERIALIZED (
    SELECT period.number, period.past, each.month::date AS month
    FROM period CROSS JOIN LATERAL generate_series(first::timestamp, past::timestamp - interval '1 day', interval '1 month') AS each (month)
), waiting AS MATERIALIZED (
    SELECT max(note_id) AS upto FROM score_note WHERE tenant_id = $1 HAVING max(note_id) IS NOT NULL
), fact AS (
    SELECT cell.month, cell.market, cell.value, cell.team_id, cell.agent_id, cell.kind, cell.type, cell.score, cell.next,
           cell.facts, cell.answered
    FROM kept
    CROSS JOIN span
    JOIN score_cell cell ON cell.tenant_id = $1 AND cell.generation = kept.generation AND cell.cut = $7::text AND cell.month >= span.first
        AND cell.month < span.past
    UNION ALL
    SELECT m.month, coalesce(m.market, ''), cut.value, cut.team, cut.agent, m.kind, m.type, m.score, cut.next_one, m.facts, m.answered
    FROM kept
    CROSS JOIN waiting
    CROSS JOIN LATERAL score_move($1, $2, NULL, NULL, waiting.upto) AS m
    CROSS JOIN LATERAL score_cut(m.survey_id, m.next, m.next_own, m.language, m.source, m.campaign_id, m.channel_account_id, m.team_id, m.agent_id) AS cut
    WHERE cut.cut = $7
), counted AS (
    SELECT month.number,
           CASE $8::text
               WHEN 'MARKET' THEN market
               WHEN 'TEAM' THEN CASE WHEN team_id = '00000000-0000-0000-0000-000000000000' THEN '' ELSE team_id::text END
               WHEN 'AGENT' THEN CASE WHEN agent_id = '00000000-0000-0000-0000-000000000000' THEN '' ELSE agent_id::text END
               ELSE CASE WHEN $8 IS NULL THEN '' ELSE value END
           END AS group_key,
           kind, NULLIF(type, '') AS type, NULLIF(score, -1) AS score, sum(facts)::bigint AS facts, sum(answered)::bigint AS answered
    FROM fact
    JOIN month USING (month)
    WHERE (NOT $9::boolean OR kind <> 'ANSWER' OR next >= month.past)
      AND ($10::text[] IS NULL OR market = ANY ($10))
      AND ($11::text[] IS NULL OR value = ANY ($11))
      AND ($12::uuid[] IS NULL OR team_id = ANY ($12))
      AND ($13::uuid[] IS NULL OR agent_id = ANY ($13))
      AND ($14::uuid IS NULL OR team_id = $14)
      AND ($15::uuid IS NULL OR agent_id = $15)
    GROUP BY 1, 2, 3, 4, 5
    HAVING sum(facts) <> 0
)
SELECT kept.generation IS NOT NULL AS fits, counted.number AS period, counted.group_key,
       coalesce(label.name, label.external_id, counted.group_key) AS group_label, counted.kind, counted.type, counted.score, counted.facts, counted.answered,
       CASE WHEN $9 THEN counted.facts::numeric END AS accounts
FROM (VALUES (1)) AS one (row)
LEFT JOIN kept ON true
LEFT JOIN counted ON true
LEFT JOIN label ON label.tenant_id = $1 AND label.kind = $8 AND label.label_id::text = counted.group_key
ORDER BY number, group_key, kind, type, score
