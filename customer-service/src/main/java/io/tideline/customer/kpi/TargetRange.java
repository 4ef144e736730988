package io.tideline.customer.kpi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a value should lie, in the unit of the metric or, for a change, as a fraction.
 *
 * @param min lower end, or null for none
 * @param minIncluded false where the value must be greater than {@code min}
 * @param max upper end, or null for none
 * @param maxIncluded false where the value must be less than {@code max}
 */
record TargetRange(@Nullable BigDecimal min, boolean minIncluded, @Nullable BigDecimal max, boolean maxIncluded) {

    boolean isReachedFromBelow(BigDecimal value) {
        return min == null || value.compareTo(min) > 0 || (minIncluded && value.compareTo(min) == 0);
    }

    boolean isKeptAbove(BigDecimal value) {
        return max == null || value.compareTo(max) < 0 || (maxIncluded && value.compareTo(max) == 0);
    }

    /** The same strictness at other ends. */
    TargetRange withEnds(@Nullable BigDecimal newMin, @Nullable BigDecimal newMax) {
        return new TargetRange(newMin, minIncluded, newMax, maxIncluded);
    }
}
