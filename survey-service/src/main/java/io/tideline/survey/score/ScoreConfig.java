package io.tideline.survey.score;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How scores are shown where an organisation has said nothing. */
@ConfigMapping(prefix = "tideline.score")
public interface ScoreConfig {
    /** Answers a segment needs to show a score, so that it gives nobody's answer away. */
    @WithDefault("5")
    int privacyFloor();
}
