package io.tideline.platform.stat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Exact decimals: 34 digits inside, doubles only where a value leaves the service. */
public final class Exact {
    /** Precision of every division. */
    public static final MathContext DIGITS = MathContext.DECIMAL128;

    private Exact() {}

    /** Numerator over denominator; null when the denominator is zero, because no data is not zero. */
    public static @Nullable BigDecimal ratio(BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() == 0 ? null : numerator.divide(denominator, DIGITS);
    }

    public static @Nullable BigDecimal ratio(long numerator, long denominator) {
        return ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }

    public static BigDecimal sum(Collection<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Relative change against a baseline, {@code (now - before) / before}; null when the baseline is zero. */
    public static @Nullable BigDecimal relativeChange(BigDecimal before, BigDecimal now) {
        return ratio(now.subtract(before), before);
    }
}
