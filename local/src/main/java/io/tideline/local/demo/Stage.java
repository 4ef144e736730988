package io.tideline.local.demo;

import java.time.Duration;
import java.util.Locale;

/**
 * The stages of the standard funnel. Of 100 customers reached about 62 open, 45 reply, 30 inquire, 18 get a quote, 11 buy and 3 to 4 buy again.
 * That is what two years hold: the latest customers are still on their way, and some markets and agents do better than the shares below.
 */
enum Stage {
    REACH(1.00, Duration.ZERO, 0),
    OPEN(0.60, Duration.ofHours(3), 1.0),
    FIRST_REPLY(0.71, Duration.ofHours(5), 1.1),
    INQUIRY(0.65, Duration.ofHours(30), 1.0),
    QUOTE(0.59, Duration.ofHours(22), 0.9),
    DEAL(0.61, Duration.ofDays(8), 0.8),
    REPURCHASE(0.29, Duration.ofDays(55), 0.7);

    private final double share;
    private final Duration median;
    private final double sigma;

    Stage(double share, Duration median, double sigma) {
        this.share = share;
        this.median = median;
        this.sigma = sigma;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Part of those in the stage before who come here, 0..1. */
    double share() {
        return share;
    }

    Duration delay(Chance chance) {
        return chance.delay(median, sigma);
    }
}
