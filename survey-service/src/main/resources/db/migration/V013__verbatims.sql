-- What somebody wrote to a text question is read as a comment is. Either is named by its answer and its question, which is '' of the comment.

-- When it was written, which is when its answer was given; null of what was chosen. Texts that were stored before are not read.
ALTER TABLE response_answer ADD COLUMN written_at timestamptz;
CREATE INDEX response_answer_written ON response_answer (tenant_id, written_at DESC, response_id DESC, question) WHERE written_at IS NOT NULL;

ALTER TABLE comment_feeling ADD COLUMN question text NOT NULL DEFAULT '';
ALTER TABLE comment_feeling ALTER COLUMN question DROP DEFAULT, DROP CONSTRAINT comment_feeling_pkey, ADD PRIMARY KEY (tenant_id, response_id, question);

ALTER TABLE comment_correction ADD COLUMN question text NOT NULL DEFAULT '';
ALTER TABLE comment_correction ALTER COLUMN question DROP DEFAULT, DROP CONSTRAINT comment_correction_pkey,
    ADD PRIMARY KEY (tenant_id, response_id, question, number);

ALTER TABLE theme_hit ADD COLUMN question text NOT NULL DEFAULT '';
ALTER TABLE theme_hit ALTER COLUMN question DROP DEFAULT, DROP CONSTRAINT theme_hit_pkey, ADD PRIMARY KEY (tenant_id, response_id, theme, question);

-- The wording of a follow-up question in the version that was answered, else in the newest that asks it; null where none does.
CREATE FUNCTION question_wording(of_tenant text, of_survey uuid, of_version int, of_question text) RETURNS text LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT asked.question ->> 'text'
    FROM survey_version v CROSS JOIN LATERAL jsonb_array_elements(v.design -> 'followUps') AS asked (question)
    WHERE v.tenant_id = of_tenant AND v.survey_id = of_survey AND asked.question ->> 'key' = of_question
    ORDER BY v.version = of_version DESC, v.version DESC
    LIMIT 1;
END;
