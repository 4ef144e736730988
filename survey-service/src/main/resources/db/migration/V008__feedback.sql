-- What a comment says, by the weights whose version stands beside it and, where a person knew better, by the person. A comment without a row was not read yet; one
-- with neither feeling nor correction could not be read.
CREATE TABLE comment_feeling (
    tenant_id text NOT NULL,
    response_id uuid NOT NULL,
    language text,
    feeling text CHECK (feeling IN ('NEGATIVE', 'NEUTRAL', 'POSITIVE')),
    confidence real,
    mixed boolean NOT NULL DEFAULT false,
    weights text,
    corrected text CHECK (corrected IN ('NEGATIVE', 'NEUTRAL', 'POSITIVE')),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, response_id),
    CHECK ((feeling IS NULL) = (confidence IS NULL))
);

-- Every correction, by whom and when; the latest counts.
CREATE TABLE comment_correction (
    tenant_id text NOT NULL,
    response_id uuid NOT NULL,
    number int NOT NULL,
    feeling text NOT NULL CHECK (feeling IN ('NEGATIVE', 'NEUTRAL', 'POSITIVE')),
    person text NOT NULL,
    person_name text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, response_id, number)
);

-- What a survey's comments are looked through for in one language; without a row the usual themes of the language.
CREATE TABLE survey_theme (
    tenant_id text NOT NULL,
    survey_id uuid NOT NULL,
    language text NOT NULL,
    theme text NOT NULL,
    keywords text[] NOT NULL,
    person text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, survey_id, language, theme)
);

-- Themes that a comment touches, each with the keyword that told it and what the comment says of it.
CREATE TABLE theme_hit (
    tenant_id text NOT NULL,
    response_id uuid NOT NULL,
    theme text NOT NULL,
    keyword text NOT NULL,
    feeling text NOT NULL CHECK (feeling IN ('NEGATIVE', 'NEUTRAL', 'POSITIVE')),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, response_id, theme)
);

-- How scores are shown.
CREATE TABLE score_setting (
    tenant_id text NOT NULL PRIMARY KEY,
    privacy_floor int NOT NULL CHECK (privacy_floor BETWEEN 0 AND 100),
    person text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now()
);

ALTER TABLE comment_feeling ENABLE ROW LEVEL SECURITY;
ALTER TABLE comment_feeling FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON comment_feeling
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE comment_correction ENABLE ROW LEVEL SECURITY;
ALTER TABLE comment_correction FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON comment_correction
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE survey_theme ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey_theme FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON survey_theme
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE theme_hit ENABLE ROW LEVEL SECURITY;
ALTER TABLE theme_hit FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON theme_hit
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

ALTER TABLE score_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE score_setting FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON score_setting
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT, UPDATE ON comment_feeling, score_setting TO ${app};
GRANT SELECT, INSERT ON comment_correction TO ${app};
GRANT SELECT, INSERT, DELETE ON survey_theme, theme_hit TO ${app};
