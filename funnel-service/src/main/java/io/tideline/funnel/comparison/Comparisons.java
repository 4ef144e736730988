package io.tideline.funnel.comparison;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tideline.funnel.customer.Labels;
import io.tideline.funnel.event.MomentName;
import io.tideline.funnel.funnel.Funnel;
import io.tideline.funnel.result.Association;
import io.tideline.funnel.result.FunnelQuery;
import io.tideline.funnel.result.FunnelResult;
import io.tideline.funnel.result.ReadEvents;
import io.tideline.funnel.result.ReadFunnel;
import io.tideline.funnel.result.Results;
import io.tideline.funnel.result.ShareComparison;
import io.tideline.funnel.result.ShareComparison.Share;
import io.tideline.platform.error.AppException;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.graph.Granularity;
import io.tideline.platform.graph.PeriodInput;
import io.tideline.platform.metric.Measure;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import io.tideline.platform.time.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Sets funnels beside one another: periods, groups and traits. */
@ApplicationScoped
class Comparisons {
    private static final MetricDefinition AGAINST_PREVIOUS =
            MetricCatalog.load().definition("conversion_difference.previous");
    /** Most buckets of a heat map: each has counts of its own for every group. */
    private static final int MAX_BUCKETS = 60;

    private static final int MOST_EVENTS = 100;

    private final Results results;
    private final ReadFunnel reader;
    private final ReadEvents events;
    private final Labels labels;

    Comparisons(Results results, ReadFunnel reader, ReadEvents events, Labels labels) {
        this.results = results;
        this.reader = reader;
        this.events = events;
        this.labels = labels;
    }

    Uni<FunnelComparison> periods(Funnel funnel, Results.Asked asked, @Nullable PeriodInput previous) {
        return results.query(funnel, asked).flatMap(query -> {
            Period period = query.period();
            Period earlier = previous == null ? before(period) : previous.in(period.zone());
            return Uni.combine()
                    .all()
                    .unis(reader.total(query), reader.total(query.of(earlier)))
                    .asTuple()
                    .map(read -> comparison(query, earlier, read.getItem1(), read.getItem2()));
        });
    }

    Uni<List<FunnelGap>> gaps(Funnel funnel, Results.Asked asked, Dimension dimension) {
        return results.query(funnel, asked).flatMap(query -> reader.groups(query, dimension)
                .flatMap(groups -> labels.of(query.filter().tenant(), dimension, groups.keySet())
                        .map(named -> new Gaps(query, dimension, groups).all(named))));
    }

    /** The strongest first, whichever way they go. */
    Uni<List<FunnelDriver>> drivers(Funnel funnel, Results.Asked asked) {
        return results.query(funnel, asked)
                .flatMap(query -> Multi.createFrom()
                        .items(Arrays.stream(Dimension.values()))
                        .onItem()
                        .transformToUniAndConcatenate(dimension -> drivers(query, dimension))
                        .collect()
                        .asList())
                .map(all -> all.stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparingDouble(driver -> weakness(driver.phi())))
                        .toList());
    }

    private Uni<List<FunnelDriver>> drivers(FunnelQuery query, Dimension dimension) {
        return reader.groups(query, dimension)
                .flatMap(groups -> labels.of(query.filter().tenant(), dimension, groups.keySet())
                        .map(named -> new Drivers(dimension, query.asOf()).of(groups, named)));
    }

    /** Of what happens on the way, the strongest first, at most {@link #MOST_EVENTS}. */
    Uni<List<FunnelEventDriver>> eventDrivers(Funnel funnel, Results.Asked asked) {
        return results.query(funnel, asked)
                .flatMap(query -> events.drivers(query).map(found -> found.entrySet().stream()
                        .map(each -> driver(each.getKey(), each.getValue(), query.asOf()))
                        .sorted(Comparator.comparingDouble((FunnelEventDriver driver) -> weakness(driver.phi()))
                                .thenComparing(FunnelEventDriver::kind)
                                .thenComparing(FunnelEventDriver::name))
                        .limit(MOST_EVENTS)
                        .toList()));
    }

    private static FunnelEventDriver driver(MomentName name, Association trait, Instant asOf) {
        return new FunnelEventDriver(
                name.kind(), name.name(), trait.with(), trait.withConverted(), trait.oddsRatio(asOf), trait.phi(asOf));
    }

    private static double weakness(Measure strength) {
        Double phi = strength.value();
        return phi == null ? 0 : -Math.abs(phi);
    }

    /** By the definition in force at the period's end, so that all cells can be compared. */
    Uni<List<HeatCell>> heatMap(Funnel funnel, Results.Asked asked, Dimension dimension, Granularity granularity) {
        return results.query(funnel, asked).flatMap(query -> {
            List<Period> buckets = query.period().split(granularity);
            if (buckets.size() > MAX_BUCKETS) {
                throw AppException.badInput("granularity", "A heat map has at most 60 buckets.");
            }
            List<FunnelQuery> parts = buckets.stream().map(query::sameFor).toList();
            return reader.heat(query, parts, dimension)
                    .flatMap(found -> labels.of(query.filter().tenant(), dimension, values(found))
                            .map(named -> cells(buckets, found, named)));
        });
    }

    private static Set<String> values(List<Map<String, FunnelResult>> found) {
        Set<String> values = new TreeSet<>();
        found.forEach(part -> values.addAll(part.keySet()));
        return values;
    }

    private static List<HeatCell> cells(
            List<Period> buckets, List<Map<String, FunnelResult>> found, Map<String, Labels.Group> labels) {
        List<HeatCell> cells = new ArrayList<>();
        for (int bucket = 0; bucket < buckets.size(); bucket++) {
            Period period = buckets.get(bucket);
            found.get(bucket).forEach((value, result) -> {
                Labels.Group group = labels.getOrDefault(value, new Labels.Group(value, value));
                result.steps()
                        .forEach(step -> cells.add(new HeatCell(
                                step.stage(),
                                group.key(),
                                group.label(),
                                period.from(),
                                period.to(),
                                step.count(),
                                step.stepRate(),
                                step.overallRate())));
            });
        }
        return cells;
    }

    private static Period before(Period period) {
        long days = ChronoUnit.DAYS.between(period.from(), period.to());
        return new Period(period.from().minusDays(days), period.from(), period.zone());
    }

    private static FunnelComparison comparison(
            FunnelQuery query, Period earlier, FunnelResult current, FunnelResult previous) {
        int minimum = query.options().minimumSampleOrUsual();
        boolean sameStages = current.version() == previous.version();
        List<StepComparison> steps = new ArrayList<>();
        if (sameStages) {
            List<ShareComparison> tests = new ArrayList<>();
            for (int stage = 1; stage < current.steps().size(); stage++) {
                tests.add(ShareComparison.of(
                        AGAINST_PREVIOUS, share(current, stage), share(previous, stage), minimum, query.asOf()));
            }
            List<ShareComparison> corrected = ShareComparison.corrected(tests);
            for (int stage = 1; stage < current.steps().size(); stage++) {
                steps.add(new StepComparison(current.steps().get(stage).stage(), corrected.get(stage - 1)));
            }
        }
        int last = current.steps().size() - 1;
        return new FunnelComparison(
                earlier.from(),
                earlier.to(),
                current,
                previous,
                ShareComparison.of(
                        AGAINST_PREVIOUS,
                        share(current, last),
                        share(previous, previous.steps().size() - 1),
                        minimum,
                        query.asOf()),
                ShareComparison.of(
                        AGAINST_PREVIOUS, current.maturedShare(), previous.maturedShare(), minimum, query.asOf()),
                current.pending() == 0 && previous.pending() == 0,
                steps);
    }

    private static Share share(FunnelResult result, int stage) {
        return new Share(result.steps().get(stage).count(), result.entered());
    }
}
