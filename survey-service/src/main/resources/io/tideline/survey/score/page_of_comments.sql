-- Comments and texts to questions of a period and segment, newest first. $1 to $16 as in count_answers.sql, with one period and no dimension; $17 sentiments
-- wanted and $18 theme (null: any), $19, $20 and $21 time, id and question of the text to go on after (null: from the newest), $22 most rows, $23 the one
-- answer wanted and $24 its question (null: any). The question of a comment is ''.
-- Result: rows {response_id, question, wording, survey_id, type, score, text, language, answered_at, sentiment, confidence, mixed, corrected, person_name,
-- corrected_at, themes, keywords, feelings}; the last three are arrays with one element a theme.
-- Comments and texts are each read in their order, from the newest on, and merged, so a page reads little more than it shows. The answer of a text is looked
-- up in a lateral, or all would be joined and sorted.
WITH written AS (
    (SELECT r.response_id, '' AS question, r.comment AS text, r.survey_id, r.version, r.type, r.score, r.language AS said_in, r.answered_at, r.customer_id,
            r.agent_id AS rated_id
     FROM response r
     WHERE r.tenant_id = $1 AND r.answered_at >= ($2::timestamptz[])[1] AND r.answered_at < ($3::timestamptz[])[1] AND r.comment IS NOT NULL
       AND ($14::uuid[] IS NULL OR r.survey_id = ANY ($14)) AND ($23::uuid IS NULL OR r.response_id = $23)
       AND ($19::timestamptz IS NULL OR (r.answered_at, r.response_id) < ($19, $20::uuid))
     ORDER BY r.answered_at DESC, r.response_id DESC)
    UNION ALL
    (SELECT a.response_id, a.question, a.chosen[1], r.survey_id, r.version, r.type, r.score, r.language, a.written_at, r.customer_id, r.agent_id
     FROM response_answer a
     CROSS JOIN LATERAL (
         SELECT * FROM response WHERE response.tenant_id = $1 AND response.response_id = a.response_id OFFSET 0
     ) AS r
     WHERE a.tenant_id = $1 AND a.written_at >= ($2::timestamptz[])[1] AND a.written_at < ($3::timestamptz[])[1]
       AND ($14::uuid[] IS NULL OR r.survey_id = ANY ($14)) AND ($23::uuid IS NULL OR a.response_id = $23)
       AND ($19::timestamptz IS NULL OR (a.written_at, a.response_id) <= ($19, $20::uuid))
       AND ($19::timestamptz IS NULL OR (a.written_at, a.response_id) < ($19, $20::uuid) OR a.question > $21::text)
     ORDER BY a.written_at DESC, a.response_id DESC, a.question)
), described AS (
    SELECT written.response_id, written.question, written.text, written.survey_id, written.version, written.type, written.score, written.answered_at,
           coalesce(f.language, written.said_in) AS said_in, coalesce(f.corrected, f.feeling, 'NOT_ENRICHED') AS sentiment,
           CASE WHEN f.corrected IS NULL THEN f.confidence END AS confidence, coalesce(f.mixed, false) AS mixed, f.corrected,
           c.customer_id, c.market, c.language, c.source, c.campaign_id, c.channel_account_id,
           CASE WHEN written.rated_id IS NOT NULL THEN coalesce(member.team_id, rated.team_id, c.team_id)
                WHEN care.customer_id IS NULL THEN c.team_id ELSE care.team_id END AS team_id,
           CASE WHEN written.rated_id IS NOT NULL THEN written.rated_id
                WHEN care.customer_id IS NULL THEN c.agent_id ELSE care.agent_id END AS agent_id
    FROM written
    LEFT JOIN comment_feeling f ON f.tenant_id = $1 AND f.response_id = written.response_id AND f.question = written.question
    LEFT JOIN customer_alias alias ON alias.tenant_id = $1 AND alias.from_id = written.customer_id
    LEFT JOIN customer c ON c.tenant_id = $1 AND c.customer_id = coalesce(alias.to_id, written.customer_id)
    LEFT JOIN former_care care ON care.tenant_id = $1 AND care.customer_id = c.customer_id
        AND written.answered_at >= care.since AND written.answered_at < care.until
    LEFT JOIN label rated ON rated.tenant_id = $1 AND rated.kind = 'AGENT' AND rated.label_id = written.rated_id
    LEFT JOIN former_membership member ON member.tenant_id = $1 AND member.agent_id = written.rated_id
        AND written.answered_at >= member.since AND written.answered_at < member.until
    WHERE $24::text IS NULL OR written.question = $24
), page AS (
    SELECT *
    FROM described
    WHERE $4::text IS NULL
      AND ($5::text[] IS NULL OR coalesce(market, '') = ANY ($5))
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
      AND ($17::text[] IS NULL OR sentiment = ANY ($17))
      AND ($18::text IS NULL OR EXISTS (
          SELECT FROM theme_hit hit
          WHERE hit.tenant_id = $1 AND hit.response_id = described.response_id AND hit.question = described.question AND hit.theme = $18))
    ORDER BY answered_at DESC, response_id DESC, question
    LIMIT $22::int
)
SELECT page.response_id, question, CASE WHEN question <> '' THEN question_wording($1, survey_id, version, question) END AS wording, survey_id, type, score,
       text, said_in AS language, answered_at, sentiment, confidence, mixed, corrected, said.person_name, said.recorded_at AS corrected_at, hit.themes,
       hit.keywords, hit.feelings
FROM page
LEFT JOIN LATERAL (
    SELECT person_name, recorded_at
    FROM comment_correction n
    WHERE n.tenant_id = $1 AND n.response_id = page.response_id AND n.question = page.question
    ORDER BY number DESC
    LIMIT 1
) AS said ON true
LEFT JOIN LATERAL (
    SELECT array_agg(theme ORDER BY theme) AS themes, array_agg(keyword ORDER BY theme) AS keywords, array_agg(feeling ORDER BY theme) AS feelings
    FROM theme_hit h
    WHERE h.tenant_id = $1 AND h.response_id = page.response_id AND h.question = page.question
) AS hit ON true
ORDER BY answered_at DESC, response_id DESC, question
