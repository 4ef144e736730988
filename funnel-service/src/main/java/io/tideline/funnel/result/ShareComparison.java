package io.tideline.funnel.result;

import io.tideline.platform.graph.Cost;
import io.tideline.platform.metric.Measure;
import io.tideline.platform.metric.MetricDefinition;
import io.tideline.platform.metric.NoValueReason;
import io.tideline.platform.stat.FalseDiscovery;
import io.tideline.platform.stat.Proportion;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/**
 * Whether one share differs from another: two-sided z-test of two proportions with pooled variance.
 * <pre>z = (p₁ − p₂) / √(p(1 − p)(1/n₁ + 1/n₂))     p = (k₁ + k₂) / (n₁ + n₂)</pre>
 */
@Description("Whether one share differs from another: two-sided z-test of two proportions with pooled variance.")
@Type("ShareTest")
@Cost(weight = 0)
public record ShareComparison(
        @NonNull @Description("First share minus second, with its Newcombe interval.") Measure difference,
        @Nullable
                @Description("Difference in standard errors; null where too few cases stand on a side, then `reason`.")
                Double z,
        @Nullable @Description("Probability of a difference at least as large by chance alone; null as z is.") Double p,
        @Nullable
                @Description(
                        "The same after Benjamini and Hochberg's correction for all tests of the same answer; null as z is.")
                Double q,
        @Description("Whether q is below 0.05.") boolean significant,
        @Nullable
                @Description(
                        "TOO_FEW where fewer cases than `options.minimumSample` stand on a side, so that nothing was tested.")
                NoValueReason reason) {
    private static final double LEVEL = 0.05;

    /**
     * A share to compare.
     *
     * @param part successes
     * @param whole cases
     */
    public record Share(int part, int whole) {
        /** What remains of this whole without another share that lies in it. */
        public Share without(Share other) {
            return new Share(part - other.part, whole - other.whole);
        }
    }

    /** @param minimum fewest cases of a side that are tested */
    public static ShareComparison of(MetricDefinition definition, Share one, Share other, int minimum, Instant asOf) {
        if (one.whole() == 0 || other.whole() == 0) {
            Measure nothing = Measure.none(definition, NoValueReason.NO_DENOMINATOR, asOf);
            return new ShareComparison(nothing, null, null, null, false, NoValueReason.TOO_FEW);
        }
        Measure difference = Measure.number(definition, difference(one, other), one.whole() + other.whole(), asOf)
                .withInterval(Proportion.newcombe(one.part(), one.whole(), other.part(), other.whole()));
        if (Math.min(one.whole(), other.whole()) < minimum) {
            return new ShareComparison(difference, null, null, null, false, NoValueReason.TOO_FEW);
        }
        Proportion.Test test = Proportion.zTest(one.part(), one.whole(), other.part(), other.whole());
        return new ShareComparison(difference, test.z(), test.p(), test.p(), test.p() < LEVEL, null);
    }

    /** The tests of one answer, corrected for their number; those of too few cases are none. */
    public static List<ShareComparison> corrected(List<ShareComparison> tests) {
        double[] told = tests.stream()
                .map(ShareComparison::p)
                .filter(java.util.Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        double[] adjusted = FalseDiscovery.adjusted(told);
        List<ShareComparison> corrected = new ArrayList<>();
        int next = 0;
        for (ShareComparison test : tests) {
            corrected.add(test.p == null ? test : test.withQ(adjusted[next++]));
        }
        return corrected;
    }

    private ShareComparison withQ(double adjusted) {
        return new ShareComparison(difference, z, p, adjusted, adjusted < LEVEL, reason);
    }

    private static BigDecimal difference(Share one, Share other) {
        return share(one).subtract(share(other));
    }

    private static BigDecimal share(Share share) {
        return BigDecimal.valueOf(share.part()).divide(BigDecimal.valueOf(share.whole()), MathContext.DECIMAL128);
    }
}
