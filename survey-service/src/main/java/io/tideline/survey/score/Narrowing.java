package io.tideline.survey.score;

import io.tideline.platform.graph.Dimension;
import org.jspecify.annotations.Nullable;

/** What a segment can name customers or answers by. */
enum Narrowing {
    MARKET(Dimension.MARKET),
    LANGUAGE(Dimension.LANGUAGE),
    SOURCE(Dimension.SOURCE),
    CAMPAIGN(Dimension.CAMPAIGN),
    CHANNEL_ACCOUNT(Dimension.CHANNEL_ACCOUNT),
    TEAM(Dimension.TEAM),
    AGENT(Dimension.AGENT),
    TAGS(null),
    SURVEYS(null);

    private final @Nullable Dimension dimension;

    Narrowing(@Nullable Dimension dimension) {
        this.dimension = dimension;
    }

    /** The dimension whose values are named; null where no breakdown parts customers in this way, since they can have several of them. */
    @Nullable
    Dimension dimension() {
        return dimension;
    }
}
