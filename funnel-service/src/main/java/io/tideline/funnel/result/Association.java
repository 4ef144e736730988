package io.tideline.funnel.result;

import io.tideline.platform.metric.Measure;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import io.tideline.platform.metric.NoValueReason;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * How much a trait of entries goes together with their converting.
 * <pre>odds ratio = (a + ½)(d + ½) ÷ ((b + ½)(c + ½))     phi = (ad − bc) ÷ √((a + b)(c + d)(a + c)(b + d))</pre>
 * a converted with the trait, b not converted with it, c converted without, d not converted without.
 *
 * @param with entries that have it
 * @param withConverted how many of them converted
 * @param entered all entries
 * @param converted how many of all converted
 */
public record Association(int with, int withConverted, int entered, int converted) {
    private static final MetricCatalog CATALOG = MetricCatalog.load();
    private static final MetricDefinition ODDS_RATIO = CATALOG.definition("driver.odds_ratio");
    private static final MetricDefinition PHI = CATALOG.definition("driver.phi");
    /** Fewest entries with a trait, and their least share of all in percent. */
    private static final int MINIMUM = 25;

    private static final int LEAST_PERCENT = 2;

    /** Whether so many have it that something can be said. */
    public boolean isListed() {
        return with >= MINIMUM && 100L * with >= (long) LEAST_PERCENT * entered;
    }

    public Measure oddsRatio(Instant asOf) {
        double odds = (withConverted + 0.5)
                * (neither() + 0.5)
                / ((with - withConverted + 0.5) * (converted - withConverted + 0.5));
        return Measure.number(ODDS_RATIO, BigDecimal.valueOf(odds), entered, asOf);
    }

    public Measure phi(Instant asOf) {
        double spread = Math.sqrt(1.0 * with * (entered - with) * converted * (entered - converted));
        double common = 1.0 * withConverted * neither() - 1.0 * (with - withConverted) * (converted - withConverted);
        return spread == 0
                ? Measure.none(PHI, NoValueReason.NO_DENOMINATOR, asOf)
                : Measure.number(PHI, BigDecimal.valueOf(common / spread), entered, asOf);
    }

    private int neither() {
        return entered - with - (converted - withConverted);
    }
}
