package io.tideline.funnel.funnel;

import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.ListSize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** One version of a funnel's definition. It is never changed once it stands. */
@Description("One version of a funnel's definition; it is never changed.")
@Cost(weight = 0)
public record FunnelVersion(
        @Description("Number of the version, from 1.") int version,
        @NonNull @Description("Title for people.") String title,
        @ListSize(assumedSize = 8) @NonNull @Description("Stages in order.") List<@NonNull FunnelStage> stages,
        @Nullable @Description("Longest time from the first stage to the last, inclusive; null without a limit.")
                Duration window,
        @NonNull @Description("First instant it is in force; version 1 also serves all time before.") Instant validFrom,
        @Ignore @Nullable String idempotencyKey) {
    public FunnelVersion {
        stages = List.copyOf(stages);
    }

    /** Whether another definition would measure and show the same. */
    @Ignore
    public boolean saysTheSameAs(FunnelVersion other) {
        return title.equals(other.title)
                && stages.equals(other.stages)
                && java.util.Objects.equals(window, other.window);
    }
}
