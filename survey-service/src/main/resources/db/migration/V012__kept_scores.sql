-- Counts of answers and of copies, kept so that a score need not read every answer (ADR 0014). They hold nothing that the facts do not: an organisation
-- without a row in score_kept is counted from the facts until its cells are filled, which the service does by itself.

-- Which cells count, and in which zone their months were cut.
CREATE TABLE score_kept (
    tenant_id text NOT NULL PRIMARY KEY,
    generation int NOT NULL,
    zone text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now()
);

-- What was counted up to the last packing, once for each cut: by market alone, and by market and one more thing.
-- next is the month of the same person's next answer of the type, in the cut SURVEY that of the next one to the same survey; infinity where there is none. So
-- the latest answers of a range of months are those in the range whose next lies behind it. Customers without a value have '' or the nil uuid.
CREATE TABLE score_cell (
    tenant_id text NOT NULL,
    generation int NOT NULL,
    cut text NOT NULL CHECK (cut IN ('MARKET', 'SURVEY', 'LANGUAGE', 'SOURCE', 'CAMPAIGN', 'CHANNEL_ACCOUNT', 'CARE')),
    month date NOT NULL,
    market text NOT NULL,
    value text NOT NULL,
    team_id uuid NOT NULL,
    agent_id uuid NOT NULL,
    kind text NOT NULL,
    type text NOT NULL,
    score smallint NOT NULL,
    next date NOT NULL,
    facts bigint NOT NULL,
    answered bigint NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, generation, cut, month, market, value, team_id, agent_id, kind, type, score, next)
);

-- Answers, each with the revision that brought something, and events of copies that the cells do not hold yet. Written with the facts, only ever added;
-- a packing takes them away.
CREATE TABLE score_note (
    tenant_id text NOT NULL,
    note_id bigint GENERATED ALWAYS AS IDENTITY,
    responses uuid[],
    revisions int[],
    surveys uuid[],
    response_keys text[],
    kinds text[],
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, note_id),
    CHECK (num_nulls(responses, revisions) IN (0, 2) AND num_nulls(surveys, response_keys, kinds) IN (0, 3))
);

ALTER TABLE score_kept ENABLE ROW LEVEL SECURITY;
ALTER TABLE score_kept FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON score_kept
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE score_cell ENABLE ROW LEVEL SECURITY;
ALTER TABLE score_cell FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON score_cell
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE score_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE score_note FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON score_note
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT, UPDATE, DELETE ON score_kept, score_cell TO ${app};
GRANT SELECT, INSERT, DELETE ON score_note TO ${app};

-- Answers that name their agent, for when the agent's team changes.
CREATE INDEX response_by_agent ON response (tenant_id, agent_id, answered_at) WHERE agent_id IS NOT NULL;

-- The cells that something counts in.
CREATE FUNCTION score_cut(
    survey_id uuid, next date, next_own date, language text, source text, campaign_id uuid, channel_account_id uuid, team_id uuid, agent_id uuid)
    RETURNS TABLE (cut text, value text, team uuid, agent uuid, next_one date)
    LANGUAGE sql IMMUTABLE
BEGIN ATOMIC
    SELECT part.cut, part.value,
           CASE WHEN part.cut = 'CARE' THEN coalesce(score_cut.team_id, '00000000-0000-0000-0000-000000000000') ELSE '00000000-0000-0000-0000-000000000000' END,
           CASE WHEN part.cut = 'CARE' THEN coalesce(score_cut.agent_id, '00000000-0000-0000-0000-000000000000') ELSE '00000000-0000-0000-0000-000000000000' END,
           CASE WHEN part.cut = 'SURVEY' THEN score_cut.next_own ELSE score_cut.next END
    FROM (VALUES ('MARKET', ''), ('SURVEY', score_cut.survey_id::text), ('LANGUAGE', coalesce(score_cut.language, '')), ('SOURCE', coalesce(score_cut.source, '')),
                 ('CAMPAIGN', coalesce(score_cut.campaign_id::text, '')), ('CHANNEL_ACCOUNT', coalesce(score_cut.channel_account_id::text, '')), ('CARE', ''))
        AS part (cut, value);
END;

-- What taking notes into the cells changes, each change of a count with its sign: the persons of the answers noted up to the note upto as the cells hold
-- them, and as they stand then. Notes behind it, and answers of other transactions that are not to be seen yet, stay out on both sides.
-- With persons or answers named nothing is taken: what the cells hold of these persons, so that what is about to move can be taken away and added anew.
-- An answer is told in revisions, and each is kept as a part: before a noted revision it was what the parts before it said.
-- Whose something is goes by what the cells hold of it then, not by what a later revision said: that may become visible between taking away and adding.
-- It is planned once a session, and by itself: a question whose statement it were a part of would spend longer on planning it than on reading the cells. The
-- planner cannot know how many notes there are, and would compare each with each; what is looked up by a key stands in laterals.
CREATE FUNCTION score_move(of_tenant text, in_zone text, of_persons uuid[], of_answers uuid[], upto bigint)
    RETURNS TABLE (
        kind text, survey_id uuid, type text, month date, next date, next_own date, score smallint, market text, language text, source text,
        campaign_id uuid, channel_account_id uuid, team_id uuid, agent_id uuid, facts bigint, answered bigint)
    LANGUAGE sql STABLE
    SET plan_cache_mode = force_generic_plan
    SET enable_nestloop = off
BEGIN ATOMIC
    WITH world AS MATERIALIZED (
        SELECT 1 AS sign, upto AS taken
        UNION ALL
        SELECT -1, -1::bigint WHERE of_persons IS NULL AND of_answers IS NULL
    ), noted_answer AS MATERIALIZED (
        SELECT n.note_id, said.response_id, said.revision
        FROM score_note n CROSS JOIN LATERAL unnest(n.responses, n.revisions) AS said (response_id, revision)
        WHERE n.tenant_id = of_tenant
    ), noted_copy AS MATERIALIZED (
        SELECT n.note_id, said.survey_id, said.response_key, said.kind
        FROM score_note n CROSS JOIN LATERAL unnest(n.surveys, n.response_keys, n.kinds) AS said (survey_id, response_key, kind)
        WHERE n.tenant_id = of_tenant
    ), outstanding AS MATERIALIZED (
        SELECT world.sign, n.response_id, min(n.revision) AS since
        FROM world JOIN noted_answer n ON n.note_id > world.taken
        GROUP BY world.sign, n.response_id
    ), touched AS MATERIALIZED (
        SELECT n.response_id FROM noted_answer n WHERE n.note_id <= upto
        UNION
        SELECT unnest(of_answers)
    ), touched_answer AS MATERIALIZED (
        SELECT r.response_id, r.survey_id, r.response_key, r.type, r.answered_at, r.score, r.customer_id, r.agent_id
        FROM touched CROSS JOIN LATERAL (
            SELECT * FROM response WHERE response.tenant_id = of_tenant AND response.response_id = touched.response_id OFFSET 0
        ) AS r
    ), person AS MATERIALIZED (
        SELECT DISTINCT coalesce(alias.to_id, named.customer_id) AS person_id
        FROM (
            SELECT unnest(of_persons) AS customer_id
            UNION
            SELECT CASE WHEN o.since IS NULL THEN a.customer_id ELSE was.customer_id END
            FROM touched_answer a
            LEFT JOIN outstanding o ON o.sign = 1 AND o.response_id = a.response_id AND of_answers IS NOT NULL
            LEFT JOIN LATERAL (
                SELECT (array_agg(p.customer_id) FILTER (WHERE p.customer_id IS NOT NULL))[1] AS customer_id
                FROM response_part p
                WHERE p.tenant_id = of_tenant AND p.response_id = a.response_id AND p.revision < o.since
            ) AS was ON true
        ) AS named
        LEFT JOIN LATERAL (
            SELECT a.to_id FROM customer_alias a WHERE a.tenant_id = of_tenant AND a.from_id = named.customer_id OFFSET 0
        ) AS alias ON true
        WHERE named.customer_id IS NOT NULL
    ), own AS MATERIALIZED (
        SELECT person.person_id, person.person_id AS customer_id FROM person
        UNION
        SELECT a.to_id, a.from_id
        FROM person CROSS JOIN LATERAL (
            SELECT * FROM customer_alias WHERE customer_alias.tenant_id = of_tenant AND customer_alias.to_id = person.person_id OFFSET 0
        ) AS a
    ), answer AS MATERIALIZED (
        SELECT * FROM touched_answer
        UNION
        SELECT r.response_id, r.survey_id, r.response_key, r.type, r.answered_at, r.score, r.customer_id, r.agent_id
        FROM own CROSS JOIN LATERAL (
            SELECT * FROM response WHERE response.tenant_id = of_tenant AND response.customer_id = own.customer_id OFFSET 0
        ) AS r
    ), copy_key AS MATERIALIZED (
        SELECT n.survey_id, n.response_key FROM noted_copy n WHERE n.note_id <= upto
        UNION
        SELECT a.survey_id, a.response_key FROM touched_answer a
        UNION
        SELECT a.survey_id, a.response_key FROM answer a WHERE of_persons IS NOT NULL
        UNION
        SELECT d.survey_id, d.response_key
        FROM own CROSS JOIN LATERAL (
            SELECT * FROM delivery_event WHERE delivery_event.tenant_id = of_tenant AND delivery_event.customer_id = own.customer_id OFFSET 0
        ) AS d
        WHERE of_persons IS NOT NULL
    ), known AS (
        SELECT a.*, true AS counted FROM answer a
        UNION ALL
        SELECT r.response_id, r.survey_id, r.response_key, r.type, r.answered_at, r.score, r.customer_id, r.agent_id, false
        FROM copy_key CROSS JOIN LATERAL (
            SELECT * FROM response
            WHERE response.tenant_id = of_tenant AND response.survey_id = copy_key.survey_id AND response.response_key = copy_key.response_key
            OFFSET 0
        ) AS r
        WHERE NOT EXISTS (SELECT FROM answer a WHERE a.response_id = r.response_id)
    ), state AS MATERIALIZED (
        SELECT world.sign, known.response_id, known.survey_id, known.response_key, known.type, known.answered_at, known.counted,
               CASE WHEN outstanding.since IS NULL THEN known.score ELSE was.score END AS score,
               CASE WHEN outstanding.since IS NULL THEN known.customer_id ELSE was.customer_id END AS customer_id,
               CASE WHEN outstanding.since IS NULL THEN known.agent_id ELSE was.agent_id END AS agent_id
        FROM known
        CROSS JOIN world
        LEFT JOIN outstanding ON outstanding.sign = world.sign AND outstanding.response_id = known.response_id
        LEFT JOIN LATERAL (
            SELECT max(p.score) AS score, (array_agg(p.customer_id) FILTER (WHERE p.customer_id IS NOT NULL))[1] AS customer_id,
                   (array_agg(p.agent_id) FILTER (WHERE p.agent_id IS NOT NULL))[1] AS agent_id
            FROM response_part p
            WHERE p.tenant_id = of_tenant AND p.response_id = known.response_id AND p.revision < outstanding.since
        ) AS was ON true
    ), placed AS (
        SELECT state.*, coalesce(own.person_id, state.customer_id, state.response_id) AS person,
               date_trunc('month', state.answered_at AT TIME ZONE in_zone)::date AS month
        FROM state
        LEFT JOIN own ON own.customer_id = state.customer_id
        LEFT JOIN touched ON touched.response_id = state.response_id
        WHERE state.counted AND state.score IS NOT NULL
          AND ((of_persons IS NULL AND of_answers IS NULL) OR own.person_id IS NOT NULL OR touched.response_id IS NOT NULL)
    ), fact AS (
        SELECT placed.sign, 'ANSWER' AS kind, placed.survey_id, placed.type, placed.month,
               coalesce(lead(placed.month) OVER (
                   PARTITION BY placed.sign, placed.person, placed.type ORDER BY placed.answered_at, placed.response_id), 'infinity') AS next,
               coalesce(lead(placed.month) OVER (
                   PARTITION BY placed.sign, placed.person, placed.type, placed.survey_id ORDER BY placed.answered_at, placed.response_id), 'infinity') AS next_own,
               placed.score, placed.answered_at AS at, placed.customer_id, placed.agent_id, 1 AS answered
        FROM placed
        UNION ALL
        SELECT world.sign, d.kind, d.survey_id, '', date_trunc('month', d.occurred_at AT TIME ZONE in_zone)::date, 'infinity', 'infinity', -1::smallint,
               d.occurred_at, coalesce(d.customer_id, state.customer_id), state.agent_id, (state.score IS NOT NULL)::int
        FROM copy_key
        CROSS JOIN LATERAL (
            SELECT * FROM delivery_event
            WHERE delivery_event.tenant_id = of_tenant AND delivery_event.survey_id = copy_key.survey_id
              AND delivery_event.response_key = copy_key.response_key
            OFFSET 0
        ) AS d
        CROSS JOIN world
        LEFT JOIN state ON state.sign = world.sign AND state.survey_id = d.survey_id AND state.response_key = d.response_key
        LEFT JOIN noted_copy n ON n.survey_id = d.survey_id AND n.response_key = d.response_key AND n.kind = d.kind AND n.note_id > world.taken
        LEFT JOIN own ON own.customer_id = coalesce(d.customer_id, state.customer_id)
        WHERE n.note_id IS NULL AND (of_persons IS NULL OR own.person_id IS NOT NULL)
    ), moved AS (
        SELECT fact.kind, fact.survey_id, fact.type, fact.month, fact.next, fact.next_own, fact.score, fact.at, fact.customer_id, fact.agent_id,
               sum(fact.sign) AS facts, sum(fact.sign * fact.answered) AS answered
        FROM fact
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
        HAVING sum(fact.sign) <> 0 OR sum(fact.sign * fact.answered) <> 0
    )
    SELECT fact.kind, fact.survey_id, fact.type, fact.month, fact.next, fact.next_own, fact.score, c.market, c.language, c.source, c.campaign_id,
           c.channel_account_id, held.team_id, held.agent_id, sum(fact.facts)::bigint, sum(fact.answered)::bigint
    FROM moved AS fact
    LEFT JOIN LATERAL (
        SELECT a.to_id FROM customer_alias a WHERE a.tenant_id = of_tenant AND a.from_id = fact.customer_id OFFSET 0
    ) AS alias ON true
    LEFT JOIN LATERAL (
        SELECT * FROM customer WHERE customer.tenant_id = of_tenant AND customer.customer_id = coalesce(alias.to_id, fact.customer_id) OFFSET 0
    ) AS c ON true
    LEFT JOIN LATERAL (
        SELECT * FROM former_care f WHERE f.tenant_id = of_tenant AND f.customer_id = c.customer_id AND fact.at >= f.since AND fact.at < f.until OFFSET 0
    ) AS care ON true
    LEFT JOIN LATERAL (
        SELECT l.team_id FROM label l WHERE l.tenant_id = of_tenant AND l.kind = 'AGENT' AND l.label_id = fact.agent_id OFFSET 0
    ) AS rated ON true
    LEFT JOIN LATERAL (
        SELECT m.team_id FROM former_membership m WHERE m.tenant_id = of_tenant AND m.agent_id = fact.agent_id AND fact.at >= m.since AND fact.at < m.until
        OFFSET 0
    ) AS member ON true
    CROSS JOIN LATERAL (
        SELECT CASE WHEN fact.agent_id IS NOT NULL THEN coalesce(member.team_id, rated.team_id, c.team_id)
                    WHEN care.customer_id IS NULL THEN c.team_id ELSE care.team_id END AS team_id,
               CASE WHEN fact.agent_id IS NOT NULL THEN fact.agent_id WHEN care.customer_id IS NULL THEN c.agent_id ELSE care.agent_id END AS agent_id
    ) AS held
    GROUP BY fact.kind, fact.survey_id, fact.type, fact.month, fact.next, fact.next_own, fact.score, c.market, c.language, c.source, c.campaign_id,
             c.channel_account_id, held.team_id, held.agent_id
    HAVING sum(fact.facts) <> 0 OR sum(fact.answered) <> 0;
END;
