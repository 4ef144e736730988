package io.tideline.funnel.result;

import io.tideline.platform.metric.DurationStats;
import io.tideline.platform.metric.Measure;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import io.tideline.platform.metric.NoValueReason;
import io.tideline.platform.stat.KaplanMeier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a tally into the measures that clients see. */
final class Summary {
    private static final MetricCatalog CATALOG = MetricCatalog.load();
    private static final MetricDefinition OVERALL = CATALOG.definition("conversion.overall");
    private static final MetricDefinition MATURED = CATALOG.definition("conversion.matured");
    private static final MetricDefinition EXPECTED = CATALOG.definition("conversion.expected");
    private static final MetricDefinition STEP = CATALOG.definition("step_conversion.this_over_previous");
    private static final MetricDefinition NEEDED = CATALOG.definition("needed_per_next.previous_over_this");
    private static final MetricDefinition FROM_PREVIOUS = CATALOG.definition("time_to_convert.from_previous");
    private static final MetricDefinition FROM_START = CATALOG.definition("time_to_convert.from_start");

    private final FunnelQuery query;
    private final Tally tally;

    private Summary(FunnelQuery query, Tally tally) {
        this.query = query;
        this.tally = tally;
    }

    static FunnelResult of(FunnelQuery query, Tally tally) {
        return new Summary(query, tally).result();
    }

    private FunnelResult result() {
        List<FunnelStep> steps = new ArrayList<>();
        for (int stage = 0; stage < tally.rules().stages(); stage++) {
            steps.add(step(stage));
        }
        return new FunnelResult(
                tally.entered(),
                tally.converted(),
                steps.stream().mapToInt(FunnelStep::pending).sum(),
                steps.stream().mapToInt(FunnelStep::dropped).sum(),
                Measure.proportion(OVERALL, tally.converted(), tally.entered(), query.asOf()),
                matured(),
                expected(),
                steps,
                query.window(),
                query.version().version(),
                query.spansVersions(),
                query.asOf(),
                null);
    }

    private FunnelStep step(int stage) {
        int count = tally.reached(stage);
        boolean isFirst = stage == 0;
        int before = isFirst ? 0 : tally.reached(tally.previous(stage));
        Details details = query.details();
        DurationStats fromPrevious = details.fromPrevious() ? times(FROM_PREVIOUS, tally.fromPrevious(stage)) : null;
        DurationStats fromStart = details.fromStart() ? times(FROM_START, tally.fromStart(stage)) : null;
        return new FunnelStep(
                query.version().stages().get(stage),
                count,
                isFirst ? without(STEP) : Measure.proportion(STEP, count, before, query.asOf()),
                Measure.proportion(OVERALL, count, tally.entered(), query.asOf()),
                tally.pending(stage),
                tally.dropped(stage),
                fromPrevious,
                fromStart,
                fromPrevious == null ? null : new TimeDistribution(FROM_PREVIOUS, fromPrevious, query.asOf()),
                fromStart == null ? null : new TimeDistribution(FROM_START, fromStart, query.asOf()),
                isFirst
                        ? without(NEEDED)
                        : Measure.ratio(NEEDED, BigDecimal.valueOf(before), BigDecimal.valueOf(count), query.asOf()),
                details.customers() ? tally.leavers(stage) : null);
    }

    private DurationStats times(MetricDefinition definition, Samples seconds) {
        return DurationStats.lent(definition, seconds.size(), seconds::drained, query.asOf());
    }

    private Measure matured() {
        if (tally.entered() > 0 && tally.matured() == 0) {
            return Measure.none(MATURED, NoValueReason.IMMATURE, query.asOf());
        }
        return Measure.proportion(MATURED, tally.maturedConverted(), tally.matured(), query.asOf());
    }

    private @Nullable Measure expected() {
        if (!query.details().expected()) {
            return null;
        }
        if (tally.entered() == 0) {
            return Measure.none(EXPECTED, NoValueReason.NO_DATA, query.asOf()).withSampleSize(0);
        }
        KaplanMeier curve = tally.curve();
        @Nullable Duration window = query.window();
        double age = window == null ? Double.MAX_VALUE : Micros.seconds(Micros.of(window));
        return Measure.number(EXPECTED, BigDecimal.valueOf(curve.reached(age)), tally.entered(), query.asOf())
                .withInterval(curve.interval(age));
    }

    private Measure without(MetricDefinition definition) {
        return Measure.none(definition, NoValueReason.NO_DENOMINATOR, query.asOf());
    }
}
