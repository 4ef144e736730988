package io.tideline.funnel.result;

import io.tideline.funnel.customer.Labels;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.metric.Measure;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import io.tideline.platform.metric.NoValueReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Traits that go together with converting.
 * <pre>odds ratio = (a + ½)(d + ½) ÷ ((b + ½)(c + ½))     phi = (ad − bc) ÷ √((a + b)(c + d)(a + c)(b + d))</pre>
 * a converted with the trait, b not converted with it, c converted without, d not converted without.
 */
final class Drivers {
    private static final MetricCatalog CATALOG = MetricCatalog.load();
    private static final MetricDefinition ODDS_RATIO = CATALOG.definition("driver.odds_ratio");
    private static final MetricDefinition PHI = CATALOG.definition("driver.phi");
    /** Fewest entries with a trait, and their least share of all. */
    private static final int MINIMUM = 25;

    private static final double LEAST_SHARE = 0.02;

    private final Dimension dimension;
    private final Instant asOf;

    Drivers(Dimension dimension, Instant asOf) {
        this.dimension = dimension;
        this.asOf = asOf;
    }

    /** Of one dimension; customers without a value have no trait. */
    List<FunnelDriver> of(Map<String, FunnelResult> results, Map<String, Labels.Group> labels) {
        int entered = results.values().stream().mapToInt(FunnelResult::entered).sum();
        int converted =
                results.values().stream().mapToInt(FunnelResult::converted).sum();
        List<FunnelDriver> drivers = new ArrayList<>();
        results.forEach((value, result) -> {
            boolean isListed = result.entered() >= MINIMUM && result.entered() >= LEAST_SHARE * entered;
            if (isListed && !value.isEmpty()) {
                Labels.Group group = labels.getOrDefault(value, new Labels.Group(value, value));
                drivers.add(driver(result, entered, converted, group));
            }
        });
        return drivers;
    }

    private FunnelDriver driver(FunnelResult result, int entered, int converted, Labels.Group group) {
        double with = result.converted();
        double withNot = result.entered() - with;
        double without = converted - with;
        double withoutNot = (entered - result.entered()) - without;
        double odds = (with + 0.5) * (withoutNot + 0.5) / ((withNot + 0.5) * (without + 0.5));
        double spread =
                Math.sqrt((with + withNot) * (without + withoutNot) * (with + without) * (withNot + withoutNot));
        return new FunnelDriver(
                dimension,
                group.key(),
                group.label(),
                result.entered(),
                result.converted(),
                Measure.number(ODDS_RATIO, BigDecimal.valueOf(odds), entered, asOf),
                spread == 0
                        ? Measure.none(PHI, NoValueReason.NO_DENOMINATOR, asOf)
                        : Measure.number(
                                PHI,
                                BigDecimal.valueOf((with * withoutNot - withNot * without) / spread),
                                entered,
                                asOf));
    }
}
