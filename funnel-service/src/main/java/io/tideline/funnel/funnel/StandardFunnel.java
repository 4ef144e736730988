package io.tideline.funnel.funnel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The funnel every organisation has without defining it: reach, open, first reply, inquiry, quote, deal, repurchase.
 * Each stage is entered with the tag of its key; the deal also with the customer's first order, the repurchase with every further one.
 * <p>Source: the seven-stage sales funnel of sales-messaging guides.
 */
final class StandardFunnel {
    static final String KEY = "standard";

    /** Deal cycles last weeks and a repurchase follows within a season: half a year settles nearly every case. */
    private static final Duration WINDOW = Duration.ofDays(180);

    static final FunnelVersion PRESET = new FunnelVersion(
            1,
            "Standard funnel",
            List.of(
                    stage("reach", "Reach", null),
                    stage("open", "Open", null),
                    stage("first_reply", "First reply", null),
                    stage("inquiry", "Inquiry", null),
                    stage("quote", "Quote", null),
                    stage("deal", "Deal", OrderMatch.FIRST),
                    stage("repurchase", "Repurchase", OrderMatch.REPEAT)),
            WINDOW,
            Instant.EPOCH,
            null);

    /** Tags that mean a stage in every organisation, also before anybody carries them. */
    static final Set<String> TAGS =
            PRESET.stages().stream().map(FunnelStage::key).collect(Collectors.toUnmodifiableSet());

    private StandardFunnel() {}

    private static FunnelStage stage(String key, String title, @Nullable OrderMatch order) {
        return new FunnelStage(key, title, new StageMatch(key, null, order), false);
    }
}
