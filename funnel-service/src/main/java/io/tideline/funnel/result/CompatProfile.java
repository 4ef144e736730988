package io.tideline.funnel.result;

import io.tideline.funnel.match.FunnelRules;
import io.tideline.funnel.match.ReentryPolicy;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/**
 * Whose way of counting is taken. Order, unit, windows, exclusions and what must stay the same are the question's; re-entry, ties, what an exclusion does
 * and whether stages may be skipped are the product's.
 * <p>Source: the products' documentation of funnels, and PostHog's published code, as read in 2026.
 */
@Description("Another product's way of counting.")
public enum CompatProfile {
    @Description(
            "Mixpanel: the first entry counts, 2 seconds are a tie, an exclusion ends the attempt, 7 days by default.")
    MIXPANEL(ReentryPolicy.FIRST_ENTRY, 2_000_000, ExclusionEffect.END_ATTEMPT, Duration.ofDays(7)),
    @Description(
            "PostHog: the latest start that gets furthest counts, different events of one instant go by step and neither exclude nor interrupt, an exclusion drops the customer, 14 days by default.")
    POSTHOG(ReentryPolicy.BEST_ENTRY, FunnelRules.BY_STEP, ExclusionEffect.DROP_CUSTOMER, Duration.ofDays(14)),
    @Description(
            "Amplitude: the earliest of the longest attempts counts, 1 second is a tie, an exclusion ends the attempt.")
    AMPLITUDE(ReentryPolicy.EARLIEST_LONGEST, 1_000_000, ExclusionEffect.END_ATTEMPT, null);

    private final ReentryPolicy reentry;
    private final long toleranceMicros;
    private final ExclusionEffect effect;
    private final @Nullable Duration usualWindow;

    CompatProfile(ReentryPolicy reentry, long toleranceMicros, ExclusionEffect effect, @Nullable Duration usualWindow) {
        this.reentry = reentry;
        this.toleranceMicros = toleranceMicros;
        this.effect = effect;
        this.usualWindow = usualWindow;
    }

    ReentryPolicy reentry() {
        return reentry;
    }

    /** Or {@link FunnelRules#BY_STEP}. */
    long toleranceMicros() {
        return toleranceMicros;
    }

    ExclusionEffect effect() {
        return effect;
    }

    /** Where neither question nor definition has one. */
    @Nullable
    Duration usualWindow() {
        return usualWindow;
    }

    /** What it does that the question cannot say, in words. */
    List<String> rules() {
        return List.of(
                "Re-entry: " + reentry + ".",
                toleranceMicros == FunnelRules.BY_STEP
                        ? "Ties: different events of one instant go by step, and neither exclude nor interrupt."
                        : "Ties: events up to " + toleranceMicros / 1_000 + " ms apart go by step.",
                "Exclusions: " + effect + ".",
                usualWindow == null
                        ? "Window: the question's or the definition's."
                        : "Window: " + usualWindow.toDays() + " days where neither question nor definition has one.",
                "Every stage must be seen.");
    }
}
