package io.tideline.roi.cut;

import io.tideline.platform.error.AppException;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.graph.Granularity;
import io.tideline.platform.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of a period are cut by; null means not cut that way.
 */
public record Cut(@Nullable Dimension dimension, @Nullable Granularity granularity) {
    public static final Cut WHOLE = new Cut(null, null);

    private static final int MOST_BUCKETS = 1100;

    /** Cut by a dimension as well. */
    public Cut by(Dimension into) {
        if (dimension != null) {
            throw AppException.badInput("dimension", "This is a group of " + dimension + " already.");
        }
        return new Cut(into, granularity);
    }

    /** Cut into buckets as well. */
    public Cut trend(Granularity into) {
        if (granularity != null) {
            throw AppException.badInput("granularity", "This is one " + granularity + " of a trend already.");
        }
        return new Cut(dimension, into);
    }

    /** The buckets in order; the whole period where it is not cut into any. */
    public List<Period> buckets(Period period) {
        if (granularity == null) {
            return List.of(period);
        }
        if (period.days() / leastDays(granularity) > MOST_BUCKETS) {
            throw AppException.badInput("granularity", "A trend has at most " + MOST_BUCKETS + " buckets.");
        }
        return period.split(granularity);
    }

    private static int leastDays(Granularity granularity) {
        return switch (granularity) {
            case DAY -> 1;
            case WEEK -> 7;
            case MONTH -> 28;
            case QUARTER -> 90;
            case YEAR -> 365;
        };
    }
}
