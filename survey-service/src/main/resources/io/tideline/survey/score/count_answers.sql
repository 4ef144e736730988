-- Counts answers by type and score, and copies of surveys by what happened to them, for periods, groups and a segment: one statement for a score,
-- its groups or its trend.
-- $1 tenant, $2 starts and $3 ends of the periods (half-open), $4 dimension or null, segment: $5 markets, $6 languages, $7 sources, $8 campaigns,
-- $9 channel accounts, $10 teams, $11 agents, $12 tags, $13 instant the tags must be active just before, $14 surveys (null: any; '' or the nil uuid
-- in a list: customers without a value), $15 team and $16 agent the caller is confined to,
-- $17 true: each customer's latest answer in a period, also where it is of a team or an agent neither asked for nor shown to the caller, so that
-- teams and agents add up; false: all answers. An answer without a customer stands for itself. It counts for the agent it names, else for the one who looked after the customer then, and for the team of that time.
-- Result: rows {period (from 1), group_key, group_label, kind, type, score, facts, answered, accounts}. Kind ANSWER: facts are answers, accounts the
-- same with each customer's answers weighing one together. Other kinds: facts are copies, answered those of them that came back with a score.
WITH period AS (
    SELECT number, starts, ends FROM unnest($2::timestamptz[], $3::timestamptz[]) WITH ORDINALITY AS p (starts, ends, number)
), fact AS (
    SELECT period.number, 'ANSWER' AS kind, r.survey_id, r.type, r.score, r.customer_id, r.agent_id, r.answered_at AS at, r.response_id, true AS answered
    FROM period
    JOIN response r ON r.tenant_id = $1 AND r.answered_at >= period.starts AND r.answered_at < period.ends AND r.score IS NOT NULL
    UNION ALL
    SELECT period.number, d.kind, d.survey_id, NULL, NULL, coalesce(d.customer_id, r.customer_id), r.agent_id, d.occurred_at, NULL,
           r.score IS NOT NULL
    FROM period
    JOIN delivery_event d ON d.tenant_id = $1 AND d.occurred_at >= period.starts AND d.occurred_at < period.ends
    LEFT JOIN response r ON r.tenant_id = $1 AND r.survey_id = d.survey_id AND r.response_key = d.response_key
), described AS (
    SELECT fact.number, fact.kind, fact.survey_id, fact.type, fact.score, fact.at, fact.response_id, fact.answered,
           coalesce(alias.to_id, fact.customer_id, fact.response_id) AS person, c.customer_id, c.market, c.language, c.source, c.campaign_id,
           c.channel_account_id,
           CASE WHEN fact.agent_id IS NOT NULL THEN coalesce(member.team_id, rated.team_id, c.team_id)
                WHEN care.customer_id IS NULL THEN c.team_id ELSE care.team_id END AS team_id,
           CASE WHEN fact.agent_id IS NOT NULL THEN fact.agent_id WHEN care.customer_id IS NULL THEN c.agent_id ELSE care.agent_id END AS agent_id
    FROM fact
    LEFT JOIN customer_alias alias ON alias.tenant_id = $1 AND alias.from_id = fact.customer_id
    LEFT JOIN customer c ON c.tenant_id = $1 AND c.customer_id = coalesce(alias.to_id, fact.customer_id)
    LEFT JOIN former_care care ON care.tenant_id = $1 AND care.customer_id = c.customer_id AND fact.at >= care.since AND fact.at < care.until
    LEFT JOIN label rated ON rated.tenant_id = $1 AND rated.kind = 'AGENT' AND rated.label_id = fact.agent_id
    LEFT JOIN former_membership member ON member.tenant_id = $1 AND member.agent_id = fact.agent_id AND fact.at >= member.since AND fact.at < member.until
), asked AS (
    SELECT number, kind, type, score, at, response_id, answered, person,
           ($10::uuid[] IS NULL OR coalesce(team_id, '00000000-0000-0000-0000-000000000000') = ANY ($10))
               AND ($11::uuid[] IS NULL OR coalesce(agent_id, '00000000-0000-0000-0000-000000000000') = ANY ($11))
               AND ($15::uuid IS NULL OR coalesce(team_id = $15, false)) AND ($16::uuid IS NULL OR coalesce(agent_id = $16, false)) AS seen,
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
      AND ($12::text[] IS NULL OR EXISTS (
          SELECT FROM customer_tag t
          WHERE t.tenant_id = $1 AND t.customer_id = described.customer_id AND t.tag = ANY ($12)
            AND t.from_at < $13::timestamptz AND (t.until_at IS NULL OR t.until_at >= $13::timestamptz)))
      AND ($14::uuid[] IS NULL OR survey_id = ANY ($14))
), placed AS (
    SELECT number, kind, type, score, answered, group_key, seen,
           row_number() OVER (PARTITION BY number, kind, type, person ORDER BY at DESC, response_id DESC) AS place,
           CASE WHEN $17::boolean THEN 1 ELSE count(*) FILTER (WHERE seen) OVER (PARTITION BY number, kind, type, person, group_key) END AS of_person
    FROM asked
), counted AS (
    SELECT number, group_key, kind, type, score, count(*) AS facts, count(*) FILTER (WHERE answered) AS answered,
           sum(1 / of_person::numeric(30, 20)) AS accounts
    FROM placed
    WHERE seen AND (kind <> 'ANSWER' OR place = 1 OR NOT $17::boolean)
    GROUP BY number, group_key, kind, type, score
)
SELECT counted.number AS period, group_key, coalesce(label.name, label.external_id, group_key) AS group_label, counted.kind, type, score, facts,
       answered, accounts
FROM counted
LEFT JOIN label ON label.tenant_id = $1 AND label.kind = $4 AND label.label_id::text = counted.group_key
ORDER BY number, group_key, kind, type, score
