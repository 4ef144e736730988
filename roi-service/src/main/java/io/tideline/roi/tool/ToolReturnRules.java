package io.tideline.roi.tool;

import io.tideline.platform.stat.Exact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Return of the whole tool since it was adopted. It compares and does not prove: whatever else changed is in the figure too.
 * <pre>increment = (mean monthly revenue after - mean monthly revenue before) × complete months after
 * return    = (increment - cost) / cost     cost: of the same complete months</pre>
 * Source: catalogue items S1-43 and S1-44, with the months that have elapsed in place of a fixed six.
 */
final class ToolReturnRules {
    private ToolReturnRules() {}

    /** Half-open months {@code [from, to)}, both first days of a month. */
    record Window(LocalDate from, LocalDate to) {
        List<LocalDate> starts() {
            List<LocalDate> starts = new ArrayList<>();
            for (LocalDate month = from; month.isBefore(to); month = month.plusMonths(1)) {
                starts.add(month);
            }
            return starts;
        }
    }

    /** The months that end before the month of adoption. */
    static Window before(LocalDate adoptedOn, int months) {
        LocalDate end = adoptedOn.withDayOfMonth(1);
        return new Window(end.minusMonths(months), end);
    }

    /** The first whole months since adoption, as far as they are over. */
    static Window after(LocalDate adoptedOn, int months, Instant now, ZoneId zone) {
        LocalDate start = adoptedOn.getDayOfMonth() == 1
                ? adoptedOn
                : adoptedOn.withDayOfMonth(1).plusMonths(1);
        LocalDate end = start;
        while (end.isBefore(start.plusMonths(months))
                && !end.plusMonths(1).atStartOfDay(zone).toInstant().isAfter(now)) {
            end = end.plusMonths(1);
        }
        return new Window(start, end);
    }

    static @Nullable BigDecimal mean(List<BigDecimal> months) {
        return Exact.ratio(Exact.sum(months), BigDecimal.valueOf(months.size()));
    }

    /** Null without a month on either side. */
    static @Nullable BigDecimal increment(List<BigDecimal> before, List<BigDecimal> after) {
        BigDecimal meanBefore = mean(before);
        return meanBefore == null || after.isEmpty()
                ? null
                : Exact.sum(after).subtract(meanBefore.multiply(BigDecimal.valueOf(after.size())));
    }

    static @Nullable BigDecimal toolReturn(BigDecimal increment, BigDecimal cost) {
        return Exact.ratio(increment.subtract(cost), cost);
    }
}
