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
        return granularity == null ? List.of(period) : period.split(granularity);
    }

    /** Whether groups stand in buckets or buckets in groups. */
    boolean isTwofold() {
        return dimension != null && granularity != null;
    }
}
