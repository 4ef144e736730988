package io.tideline.platform.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** How this service listens to the others. */
@ConfigMapping(prefix = "tideline.feed")
public interface FeedConfig {
    /** Base address of each followed service, by its name. */
    Map<String, URI> sources();

    /** Whether this service follows its own facts as well, for work that comes after them. */
    @WithDefault("false")
    boolean own();

    /** How long it rests before it looks again where there was nothing new of its own. */
    @WithDefault("500ms")
    Duration ownPause();

    /** How long a read waits for news before it comes back empty. */
    @WithDefault("20s")
    Duration longPoll();

    /** Most events a read brings. */
    @WithDefault("1000")
    int batch();

    /** Tries of an event before it is set aside as a dead letter. */
    @WithDefault("5")
    int tries();

    /** Pause after a failed read or try, doubled at each further failure up to {@link #maxPause}. */
    @WithDefault("500ms")
    Duration pause();

    /** Longest pause between two tries. */
    @WithDefault("10s")
    Duration maxPause();
}
