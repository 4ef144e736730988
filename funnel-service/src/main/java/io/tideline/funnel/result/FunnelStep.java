package io.tideline.funnel.result;

import io.tideline.funnel.funnel.FunnelStage;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.metric.DurationStats;
import io.tideline.platform.metric.Measure;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What a funnel says of one of its stages. Times and customers that were not asked for are null. */
@Description(
        "What a funnel says of one of its stages. Read in any order, the n-th step is reached with the n-th different stage.")
@Cost(weight = 0)
@SuppressWarnings("MultipleNullnessAnnotations") // what was not asked for is not there, but whoever asks finds it
public record FunnelStep(
        @NonNull @Description("The stage.") FunnelStage stage,
        @Description("How many reached the stage.") int count,
        @NonNull
                @Description(
                        "Share of those at the previous required stage that reached this one: count ÷ previous count; no value at the first stage.")
                Measure stepRate,
        @NonNull @Description("Share of those who entered that reached this stage: count ÷ entered.")
                Measure overallRate,
        @Description("How many stand here, have not gone on, and still have time.") int pending,
        @Description("How many got no further than here and no longer can.") int dropped,
        @NonNull @Description("Seconds from the previous required stage to this one, of those seen in both.") @Nullable
                DurationStats timeFromPrevious,
        @NonNull @Description("Seconds from the entry into the funnel to this stage, of those seen in it.") @Nullable
                DurationStats timeFromStart,
        @NonNull
                @Description("How the seconds from the previous required stage are spread, of those seen in both.")
                @Nullable
                TimeDistribution distributionFromPrevious,
        @NonNull @Description("How the seconds from the entry are spread, of those seen in the stage.") @Nullable
                TimeDistribution distributionFromStart,
        @NonNull
                @Description(
                        "How many at the previous required stage it takes for one to reach this: previous count ÷ count.")
                Measure neededPerNext,
        @Ignore @Nullable Leavers leavers) {}
