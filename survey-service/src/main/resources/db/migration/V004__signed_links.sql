-- Keys that sign links and identities. The salt alone signs nothing: the secret is made of it and of a setting of the service.
CREATE TABLE signing_key (
    tenant_id text NOT NULL,
    key_id text NOT NULL,
    salt text NOT NULL CHECK (length(salt) = 43),
    revoked_at timestamptz,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, key_id)
);

ALTER TABLE signing_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE signing_key FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON signing_key
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT, UPDATE ON signing_key TO ${app};

-- Answers that were said to be whole: a link whose answer has its row here opens nothing more.
CREATE TABLE response_end (
    tenant_id text NOT NULL,
    survey_id uuid NOT NULL,
    response_key text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, survey_id, response_key)
);

ALTER TABLE response_end ENABLE ROW LEVEL SECURITY;
ALTER TABLE response_end FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON response_end
    USING (tenant_id = nullif(current_setting('tideline.tenant', true), ''))
    WITH CHECK (tenant_id = nullif(current_setting('tideline.tenant', true), ''));

GRANT SELECT, INSERT ON response_end TO ${app};
