package io.tideline.funnel.comparison;

import io.smallrye.mutiny.Uni;
import io.tideline.funnel.funnel.Funnel;
import io.tideline.funnel.result.FunnelOptions;
import io.tideline.funnel.result.Results;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.graph.Granularity;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.graph.PeriodInput;
import io.tideline.platform.graph.SegmentInput;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Comparisons of funnels in the graph. */
@GraphQLApi
public class ComparisonGraph {
    private final Comparisons comparisons;

    public ComparisonGraph(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @Cost(weight = 40)
    @Name("comparison")
    @NonNull
    @Description("The funnel beside the one of an earlier period.")
    public Uni<FunnelComparison> comparison(
            @Source Funnel funnel,
            @NonNull @Name("period") @Description("Local days in which the funnel was entered.") PeriodInput period,
            @Name("previous")
                    @Description("The period to compare with; by default as many days right before it.")
                    @Nullable
                    PeriodInput previous,
            @Name("segment")
                    @Description(
                            "Which customers, by what they were at the entry, by tags at the end of the period or `asOf` if sooner; by default all the caller sees.")
                    @Nullable
                    SegmentInput segment,
            @Name("options") @Description("How the funnel is read.") @Nullable FunnelOptions options) {
        return comparisons.periods(funnel, new Results.Asked(period, segment, options), previous);
    }

    @ListSize(assumedSize = 20)
    @Name("gaps")
    @NonNull
    @Description("For each group the step at which it differs most from the others, the widest gap first.")
    public Uni<List<@NonNull FunnelGap>> gaps(
            @Source Funnel funnel,
            @Cost(weight = 20)
                    @Name("by")
                    @DefaultValue("CHANNEL_ACCOUNT")
                    @Description("What to group by, at the entry.")
                    @Nullable
                    Dimension by,
            @NonNull @Name("period") @Description("Local days in which the funnel was entered.") PeriodInput period,
            @Name("segment")
                    @Description(
                            "Which customers, by what they were at the entry, by tags at the end of the period or `asOf` if sooner; by default all the caller sees.")
                    @Nullable
                    SegmentInput segment,
            @Name("options") @Description("How the funnel is read.") @Nullable FunnelOptions options) {
        Dimension dimension = by == null ? Dimension.CHANNEL_ACCOUNT : by;
        return comparisons
                .gaps(funnel, new Results.Asked(period, segment, options), dimension)
                .map(all -> all);
    }

    @ListSize(assumedSize = 40)
    @Name("drivers")
    @NonNull
    @Description(
            "Values of all dimensions that go together with converting, the strongest first; only those of at least 25 entries and 2 % of all. Not causes.")
    public Uni<List<@NonNull FunnelDriver>> drivers(
            @Source Funnel funnel,
            @NonNull @Cost(weight = 140) @Name("period") @Description("Local days in which the funnel was entered.")
                    PeriodInput period,
            @Name("segment")
                    @Description(
                            "Which customers, by what they were at the entry, by tags at the end of the period or `asOf` if sooner; by default all the caller sees.")
                    @Nullable
                    SegmentInput segment,
            @Name("options") @Description("How the funnel is read.") @Nullable FunnelOptions options) {
        return comparisons
                .drivers(funnel, new Results.Asked(period, segment, options))
                .map(all -> all);
    }

    @ListSize(assumedSize = 84)
    @Name("heatMap")
    @NonNull
    @Description(
            "Every stage of every group for each calendar bucket of entry, at most 60 buckets, by the definition in force at the period's end; "
                    + "a group without entries in a bucket has no cells there.")
    public Uni<List<@NonNull HeatCell>> heatMap(
            @Source Funnel funnel,
            @Cost(weight = 40)
                    @Name("by")
                    @DefaultValue("MARKET")
                    @Description("What to group by, at the entry.")
                    @Nullable
                    Dimension by,
            @Name("granularity") @DefaultValue("MONTH") @Description("Length of the buckets.") @Nullable
                    Granularity granularity,
            @NonNull @Name("period") @Description("Local days in which the funnel was entered.") PeriodInput period,
            @Name("segment")
                    @Description(
                            "Which customers, by what they were at the entry, by tags at the end of the period or `asOf` if sooner; by default all the caller sees.")
                    @Nullable
                    SegmentInput segment,
            @Name("options") @Description("How the funnel is read.") @Nullable FunnelOptions options) {
        Dimension dimension = by == null ? Dimension.MARKET : by;
        Granularity length = granularity == null ? Granularity.MONTH : granularity;
        return comparisons
                .heatMap(funnel, new Results.Asked(period, segment, options), dimension, length)
                .map(all -> all);
    }

    @ListSize(assumedSize = 40)
    @Name("eventDrivers")
    @NonNull
    @Description(
            "What happened after the entry, and before converting, and goes together with converting, the strongest first, at most 100; "
                    + "stages of the funnel are left out, and what fewer than 25 entries or 2 % of all met. Not causes.")
    public Uni<List<@NonNull FunnelEventDriver>> eventDrivers(
            @Source Funnel funnel,
            @NonNull @Cost(weight = 40) @Name("period") @Description("Local days in which the funnel was entered.")
                    PeriodInput period,
            @Name("segment")
                    @Description(
                            "Which customers, by what they were at the entry, by tags at the end of the period or `asOf` if sooner; by default all the caller sees.")
                    @Nullable
                    SegmentInput segment,
            @Name("options") @Description("How the funnel is read.") @Nullable FunnelOptions options) {
        return comparisons
                .eventDrivers(funnel, new Results.Asked(period, segment, options))
                .map(all -> all);
    }
}
