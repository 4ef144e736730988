package io.tideline.platform.metric;

import io.smallrye.graphql.api.federation.Shareable;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.CurrencyCode;
import io.tideline.platform.graph.Decimal;
import io.tideline.platform.money.Money;
import io.tideline.platform.stat.Exact;
import io.tideline.platform.stat.Interval95;
import io.tideline.platform.stat.Proportion;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A number that explains itself: value or reason, unit, what it was divided from, how sure it is, and its definition.
 * <pre>value = numerator / denominator, times 100 where the unit is POINTS</pre>
 */
@Shareable
@Description("A number that explains itself.")
@Cost(weight = 0)
public record Measure(
        @Nullable @Description("The number; null when there is nothing to say, then `reason` says why.") Double value,
        @Nullable @Description("Why there is no value; null when there is one.") NoValueReason reason,
        @NonNull @Description("Unit of the value.") Unit unit,
        @Nullable @Description("Currency of an amount; null for other units.") CurrencyCode currency,
        @Nullable @Description("What was divided; for an undivided count or amount the exact number itself.")
                Decimal numerator,
        @Nullable @Description("What it was divided by; null when nothing was divided.") Decimal denominator,
        @Nullable @Description("How many cases stand behind the value.") Integer sampleSize,
        @Nullable @Description("Confidence interval at 95 %, where one is known.") Interval interval,
        @NonNull @Description("The definition the value was computed by.") MetricDefinition definition,
        @NonNull @Description("Instant up to which facts were taken into account.") Instant asOf) {

    /** A quotient; without a value and with {@code NO_DENOMINATOR} when the denominator is zero. */
    public static Measure ratio(
            MetricDefinition definition, BigDecimal numerator, BigDecimal denominator, Instant asOf) {
        BigDecimal quotient = Exact.ratio(numerator, denominator);
        Double value = quotient == null
                ? null
                : Double.valueOf(quotient.multiply(definition.unit().scale(), Exact.DIGITS)
                        .doubleValue());
        return new Measure(
                value,
                value == null ? NoValueReason.NO_DENOMINATOR : null,
                definition.unit(),
                null,
                new Decimal(numerator),
                new Decimal(denominator),
                null,
                null,
                definition,
                asOf);
    }

    /** A share of a whole with its Wilson interval; the denominator is the sample. */
    public static Measure proportion(MetricDefinition definition, long numerator, long denominator, Instant asOf) {
        Measure share = ratio(definition, BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), asOf)
                .withSampleSize(Math.toIntExact(denominator));
        boolean isShare = denominator > 0 && numerator >= 0 && numerator <= denominator;
        double scale = definition.unit().scale().doubleValue();
        return isShare
                ? share.withInterval(Proportion.wilson(numerator, denominator).times(scale))
                : share;
    }

    public static Measure count(MetricDefinition definition, long count, Instant asOf) {
        return exact(definition, BigDecimal.valueOf(count), asOf);
    }

    /** An amount: the value is rounded here once to the minor unit of its currency, the numerator keeps every digit of the sum. */
    public static Measure money(MetricDefinition definition, BigDecimal amount, String currency, Instant asOf) {
        Measure rounded =
                exact(definition, new Money(amount, currency).rounded().amount(), asOf);
        return rounded.withNumerator(amount).withCurrency(currency);
    }

    /** A number that was not made by one division: a mean, a percentile, a score. */
    public static Measure number(
            MetricDefinition definition, BigDecimal value, @Nullable Integer sampleSize, Instant asOf) {
        return new Measure(
                value.doubleValue(), null, definition.unit(), null, null, null, sampleSize, null, definition, asOf);
    }

    public static Measure none(MetricDefinition definition, NoValueReason reason, Instant asOf) {
        return new Measure(null, reason, definition.unit(), null, null, null, null, null, definition, asOf);
    }

    public Measure withInterval(Interval95 interval) {
        return withInterval(Interval.of(interval));
    }

    public Measure withInterval(@Nullable Interval interval) {
        return new Measure(
                value, reason, unit, currency, numerator, denominator, sampleSize, interval, definition, asOf);
    }

    public Measure withSampleSize(@Nullable Integer sampleSize) {
        return new Measure(
                value, reason, unit, currency, numerator, denominator, sampleSize, interval, definition, asOf);
    }

    public Measure withCurrency(@Nullable String currency) {
        CurrencyCode code = currency == null ? null : new CurrencyCode(currency);
        return new Measure(value, reason, unit, code, numerator, denominator, sampleSize, interval, definition, asOf);
    }

    private Measure withNumerator(BigDecimal numerator) {
        return new Measure(
                value,
                reason,
                unit,
                currency,
                new Decimal(numerator),
                denominator,
                sampleSize,
                interval,
                definition,
                asOf);
    }

    public Measure withUnit(Unit unit) {
        return new Measure(
                value, reason, unit, currency, numerator, denominator, sampleSize, interval, definition, asOf);
    }

    private static Measure exact(MetricDefinition definition, BigDecimal value, Instant asOf) {
        return new Measure(
                value.doubleValue(),
                null,
                definition.unit(),
                null,
                new Decimal(value),
                null,
                null,
                null,
                definition,
                asOf);
    }
}
