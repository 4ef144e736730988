-- Counts comments and texts to questions by what they say, and by what they say of each theme, for periods, groups and a segment.
-- $1 to $16 as in count_answers.sql: tenant, starts and ends of the periods, dimension, the segment, and what the caller is confined to.
-- Result: rows {period (from 1), group_key, theme (null: the text as a whole), sentiment, texts, answers}. A person's correction counts instead of the label.
-- answers: those of the texts that are the first of their answer, or its first that touches the theme; summed over the sentiments they are how many answers
-- the texts come from.
WITH period AS (
    SELECT number, starts, ends FROM unnest($2::timestamptz[], $3::timestamptz[]) WITH ORDINALITY AS p (starts, ends, number)
), written AS (
    SELECT period.number, r.response_id, '' AS question, true AS leads, r.customer_id, r.agent_id, r.answered_at AS at
    FROM period
    JOIN response r ON r.tenant_id = $1 AND r.answered_at >= period.starts AND r.answered_at < period.ends AND r.comment IS NOT NULL
        AND ($14::uuid[] IS NULL OR r.survey_id = ANY ($14))
    UNION ALL
    SELECT period.number, r.response_id, a.question,
           r.comment IS NULL AND NOT EXISTS (
               SELECT FROM response_answer o
               WHERE o.tenant_id = $1 AND o.response_id = a.response_id AND o.written_at IS NOT NULL AND o.question < a.question),
           r.customer_id, r.agent_id, r.answered_at
    FROM period
    JOIN response_answer a ON a.tenant_id = $1 AND a.written_at >= period.starts AND a.written_at < period.ends
    JOIN response r ON r.tenant_id = $1 AND r.response_id = a.response_id AND ($14::uuid[] IS NULL OR r.survey_id = ANY ($14))
), comment AS (
    SELECT written.*, coalesce(f.corrected, f.feeling, 'NOT_ENRICHED') AS sentiment
    FROM written
    LEFT JOIN comment_feeling f ON f.tenant_id = $1 AND f.response_id = written.response_id AND f.question = written.question
), described AS (
    SELECT comment.number, comment.response_id, comment.question, comment.leads, comment.sentiment, c.customer_id, c.market, c.language, c.source, c.campaign_id, c.channel_account_id,
           CASE WHEN comment.agent_id IS NOT NULL THEN coalesce(member.team_id, rated.team_id, c.team_id)
                WHEN care.customer_id IS NULL THEN c.team_id ELSE care.team_id END AS team_id,
           CASE WHEN comment.agent_id IS NOT NULL THEN comment.agent_id
                WHEN care.customer_id IS NULL THEN c.agent_id ELSE care.agent_id END AS agent_id
    FROM comment
    LEFT JOIN customer_alias alias ON alias.tenant_id = $1 AND alias.from_id = comment.customer_id
    LEFT JOIN customer c ON c.tenant_id = $1 AND c.customer_id = coalesce(alias.to_id, comment.customer_id)
    LEFT JOIN former_care care ON care.tenant_id = $1 AND care.customer_id = c.customer_id AND comment.at >= care.since AND comment.at < care.until
    LEFT JOIN label rated ON rated.tenant_id = $1 AND rated.kind = 'AGENT' AND rated.label_id = comment.agent_id
    LEFT JOIN former_membership member ON member.tenant_id = $1 AND member.agent_id = comment.agent_id
        AND comment.at >= member.since AND comment.at < member.until
), asked AS (
    SELECT number, response_id, question, leads, sentiment,
           coalesce(CASE $4::text
               WHEN 'MARKET' THEN market
               WHEN 'LANGUAGE' THEN language
               WHEN 'SOURCE' THEN source
               WHEN 'CAMPAIGN' THEN campaign_id::text
               WHEN 'CHANNEL_ACCOUNT' THEN channel_account_id::text
               WHEN 'TEAM' THEN team_id::text
               WHEN 'AGENT' THEN agent_id::text
           END, '') AS group_key
    FROM described
    WHERE ($5::text[] IS NULL OR coalesce(market, '') = ANY ($5))
      AND ($6::text[] IS NULL OR coalesce(language, '') = ANY ($6))
      AND ($7::text[] IS NULL OR coalesce(source, '') = ANY ($7))
      AND ($8::uuid[] IS NULL OR coalesce(campaign_id, '00000000-0000-0000-0000-000000000000') = ANY ($8))
      AND ($9::uuid[] IS NULL OR coalesce(channel_account_id, '00000000-0000-0000-0000-000000000000') = ANY ($9))
      AND ($10::uuid[] IS NULL OR coalesce(team_id, '00000000-0000-0000-0000-000000000000') = ANY ($10))
      AND ($11::uuid[] IS NULL OR coalesce(agent_id, '00000000-0000-0000-0000-000000000000') = ANY ($11))
      AND ($12::text[] IS NULL OR EXISTS (
          SELECT FROM customer_tag t
          WHERE t.tenant_id = $1 AND t.customer_id = described.customer_id AND t.tag = ANY ($12)
            AND t.from_at < $13::timestamptz AND (t.until_at IS NULL OR t.until_at >= $13::timestamptz)))
      AND ($15::uuid IS NULL OR coalesce(team_id = $15, false)) AND ($16::uuid IS NULL OR coalesce(agent_id = $16, false))
)
SELECT number AS period, group_key, NULL AS theme, sentiment, count(*) AS texts, count(*) FILTER (WHERE leads) AS answers
FROM asked
GROUP BY number, group_key, sentiment
UNION ALL
SELECT asked.number, asked.group_key, hit.theme, hit.feeling, count(*),
       count(*) FILTER (WHERE hit.question = '' OR NOT EXISTS (
           SELECT FROM theme_hit o
           WHERE o.tenant_id = $1 AND o.response_id = hit.response_id AND o.theme = hit.theme AND o.question < hit.question))
FROM asked
JOIN theme_hit hit ON hit.tenant_id = $1 AND hit.response_id = asked.response_id AND hit.question = asked.question
GROUP BY asked.number, asked.group_key, hit.theme, hit.feeling
ORDER BY period, group_key, theme, sentiment
