package io.tideline.funnel.result;

import io.smallrye.common.annotation.NonBlocking;
import io.tideline.platform.error.AppException;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.metric.Measure;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Percentiles and histograms of the times to convert. */
@GraphQLApi
public class TimeGraph {
    private static final int MAX_BUCKETS = 100;
    private static final int USUAL_BUCKETS = 10;

    @Name("percentile")
    @NonNull
    @NonBlocking
    @Description("The time that a share of them did not exceed, in seconds; no value, NO_DATA, without any.")
    public Measure percentile(
            @Source TimeDistribution times,
            @Name("share") @Description("The share, 0 to 1: 0.75 for the upper quartile.") double share,
            @Name("method") @DefaultValue("CONTINUOUS") @Description("What is told between two values.") @Nullable
                    PercentileMethod method) {
        if (!(share >= 0 && share <= 1)) {
            throw AppException.badInput("share", "A share is 0 to 1.");
        }
        return times.percentile(share, method == null ? PercentileMethod.CONTINUOUS : method);
    }

    @Name("histogram")
    @ListSize(assumedSize = 10, slicingArguments = "buckets", requireOneSlicingArgument = false)
    @NonNull
    @NonBlocking
    @Description("How many took how long, in buckets of equal width from 0 on; empty without any.")
    public List<@NonNull TimeBucket> histogram(
            @Source TimeDistribution times,
            @Name("buckets") @DefaultValue("10") @Description("Buckets of equal width, 1 to 100.") @Nullable
                    Integer buckets,
            @Name("upToSeconds")
                    @Description(
                            "Where the last of them ends, more than 0; longer times share one more bucket. By default the longest time.")
                    @Nullable
                    Double upToSeconds) {
        int count = buckets == null ? USUAL_BUCKETS : buckets;
        if (count < 1 || count > MAX_BUCKETS) {
            throw AppException.badInput("buckets", "A histogram has 1 to 100 buckets.");
        }
        if (upToSeconds != null && !(upToSeconds > 0 && upToSeconds < Double.MAX_VALUE)) {
            throw AppException.badInput("upToSeconds", "The last bucket ends after more than 0 seconds.");
        }
        if (times.getSampleSize() == 0) {
            return List.of();
        }
        return times.histogram(count, upToSeconds == null ? times.longest() : upToSeconds);
    }
}
