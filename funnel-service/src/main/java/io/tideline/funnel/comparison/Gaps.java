package io.tideline.funnel.comparison;

import io.tideline.funnel.customer.Labels;
import io.tideline.funnel.funnel.FunnelStage;
import io.tideline.funnel.result.FunnelQuery;
import io.tideline.funnel.result.FunnelResult;
import io.tideline.funnel.result.ShareComparison;
import io.tideline.funnel.result.ShareComparison.Share;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.metric.Measure;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import io.tideline.platform.metric.NoValueReason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds for every group the step at which it differs most from all the others. */
final class Gaps {
    private static final MetricCatalog CATALOG = MetricCatalog.load();
    private static final MetricDefinition STEP = CATALOG.definition("step_conversion.this_over_previous");
    private static final MetricDefinition DIFFERENCE = CATALOG.definition("step_difference.rest");
    private static final MetricDefinition CUSTOMERS = CATALOG.definition("step_gap.customers");

    private final FunnelQuery query;
    private final Dimension dimension;
    private final Map<String, FunnelResult> results;

    Gaps(FunnelQuery query, Dimension dimension, Map<String, FunnelResult> results) {
        this.query = query;
        this.dimension = dimension;
        this.results = results;
    }

    private record Step(String value, int stage, Share own, Share rest, ShareComparison test) {
        double customers() {
            return own.whole() == 0 || rest.whole() == 0
                    ? 0
                    : own.part() - own.whole() * (double) rest.part() / rest.whole();
        }

        Step with(ShareComparison corrected) {
            return new Step(value, stage, own, rest, corrected);
        }
    }

    /** In the order of how many customers the gap is. */
    List<FunnelGap> all(Map<String, Labels.Group> labels) {
        List<Step> steps = steps();
        List<ShareComparison> corrected =
                ShareComparison.corrected(steps.stream().map(Step::test).toList());
        List<FunnelGap> gaps = new ArrayList<>();
        for (String value : results.keySet()) {
            Step widest = null;
            for (int at = 0; at < steps.size(); at++) {
                Step step = steps.get(at);
                if (step.value().equals(value)
                        && (widest == null || Math.abs(step.customers()) > Math.abs(widest.customers()))) {
                    widest = step.with(corrected.get(at));
                }
            }
            if (widest != null) {
                gaps.add(gap(widest, labels.getOrDefault(value, new Labels.Group(value, value))));
            }
        }
        gaps.sort(Comparator.comparing(gap ->
                -Math.abs(gap.customers().value() == null ? 0 : gap.customers().value())));
        return gaps;
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int stage = 1; stage < query.version().stages().size(); stage++) {
            int reached = stage;
            int before = before(stage);
            Share all = new Share(total(reached), total(before));
            results.forEach((value, result) -> {
                Share own = new Share(Math.min(count(result, reached), count(result, before)), count(result, before));
                Share rest = all.without(own);
                steps.add(new Step(
                        value,
                        reached,
                        own,
                        rest,
                        ShareComparison.of(
                                DIFFERENCE, own, rest, query.options().minimumSampleOrUsual(), query.asOf())));
            });
        }
        return steps;
    }

    private FunnelGap gap(Step step, Labels.Group group) {
        FunnelStage from = query.version().stages().get(before(step.stage()));
        FunnelStage to = query.version().stages().get(step.stage());
        boolean comparable = step.own().whole() > 0 && step.rest().whole() > 0;
        Measure customers = comparable
                ? Measure.number(
                        CUSTOMERS,
                        BigDecimal.valueOf(step.customers()),
                        step.own().whole(),
                        query.asOf())
                : Measure.none(CUSTOMERS, NoValueReason.NO_DENOMINATOR, query.asOf());
        return new FunnelGap(
                dimension,
                group.key(),
                group.label(),
                from,
                to,
                Measure.proportion(STEP, step.own().part(), step.own().whole(), query.asOf()),
                Measure.proportion(STEP, step.rest().part(), step.rest().whole(), query.asOf()),
                customers,
                step.test(),
                comparable ? finding(step, group.label(), from, to) : "Nobody to compare with.");
    }

    private static String finding(Step step, String label, FunnelStage from, FunnelStage to) {
        String first = step.customers() < 0
                ? "%s: fewer go on from %s to %s than elsewhere (%.1f %% against %.1f %%)."
                : "%s: more go on from %s to %s than elsewhere (%.1f %% against %.1f %%).";
        String then = !step.test().significant()
                ? " The difference may be chance."
                : step.customers() < 0
                        ? " Look at what happens after %s.".formatted(from.title())
                        : " Others can learn from what happens after %s.".formatted(from.title());
        return first.formatted(label, from.title(), to.title(), percent(step.own()), percent(step.rest())) + then;
    }

    private static double percent(Share share) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.1f", 100.0 * share.part() / share.whole()));
    }

    private int total(int stage) {
        return results.values().stream()
                .mapToInt(result -> count(result, stage))
                .sum();
    }

    private static int count(FunnelResult result, int stage) {
        return result.steps().get(stage).count();
    }

    private int before(int stage) {
        int before = stage - 1;
        while (query.version().stages().get(before).optional()) {
            before--;
        }
        return before;
    }
}
