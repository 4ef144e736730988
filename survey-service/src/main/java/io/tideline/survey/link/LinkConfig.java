package io.tideline.survey.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where links lead and what their keys are made of. */
@ConfigMapping(prefix = "tideline.link")
public interface LinkConfig {
    /**
     * Base64 of at least 32 secret bytes. With the salt that is stored of a signing key they give its secret, so neither the database nor this setting
     * signs anything alone. Another value makes all signing keys void.
     */
    String key();

    /** Origin under which people reach the door; links and snippets begin with it. */
    @WithDefault("http://127.0.0.1:8084")
    URI publicUrl();
}
