package io.tideline.funnel.result;

import io.smallrye.mutiny.Uni;
import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.funnel.customer.Labels;
import io.tideline.funnel.funnel.Funnel;
import io.tideline.funnel.funnel.KnownTags;
import io.tideline.funnel.result.ShareComparison.Share;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.graph.Granularity;
import io.tideline.platform.graph.PeriodInput;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import io.tideline.platform.time.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers what the graph asks of a funnel for the caller of the moment. */
@ApplicationScoped
public class Results {
    private static final MetricDefinition AGAINST_REST = MetricCatalog.load().definition("conversion_difference.rest");

    private final CurrentCaller callers;
    private final Labels labels;
    private final ReadFunnel reader;
    private final ReadEvents events;
    private final KnownTags tags;

    Results(CurrentCaller callers, Labels labels, ReadFunnel reader, ReadEvents events, KnownTags tags) {
        this.callers = callers;
        this.tags = tags;
        this.labels = labels;
        this.reader = reader;
        this.events = events;
    }

    /** The arguments that every question about a funnel has. */
    public record Asked(PeriodInput period, @Nullable SegmentInput segment, @Nullable FunnelOptions options) {}

    /** What to group by, and which value of it counts. */
    record By(Dimension dimension, BreakdownAttribution rule, @Nullable String stage) {}

    /** A property to group by, and of which event. */
    record ByProperty(String name, BreakdownAttribution rule, @Nullable String stage) {}

    public Uni<FunnelResult> total(Funnel funnel, Asked asked) {
        return query(funnel, asked).flatMap(query -> {
            CompatProfile compat = query.options().compat();
            return compat == null ? reader.total(query) : reader.compared(query, compat);
        });
    }

    Uni<List<FunnelGroup>> groups(Funnel funnel, Asked asked, By by) {
        return query(funnel, asked).flatMap(query -> reader.groups(
                        query, by.dimension(), Attribution.of(query.version(), by.rule(), by.stage()))
                .flatMap(results -> labels.of(query.filter().tenant(), by.dimension(), results.keySet())
                        .map(groups -> labelled(query, by.dimension(), results, groups))));
    }

    Uni<List<FunnelPoint>> trend(Funnel funnel, Asked asked, Granularity granularity) {
        return query(funnel, asked).flatMap(query -> {
            List<Period> parts = query.period().split(granularity);
            return reader.trend(query, parts).map(results -> points(query.asOf(), parts, results));
        });
    }

    /** By value of an event's property. */
    Uni<List<FunnelPropertyGroup>> groups(Funnel funnel, Asked asked, ByProperty by) {
        Attribution.checkPast(by.rule());
        return query(funnel, asked).flatMap(query -> events.groups(
                        query, by.name(), Attribution.of(query.version(), by.rule(), by.stage()))
                .map(results -> ofProperty(query, by.name(), results)));
    }

    private static List<FunnelPropertyGroup> ofProperty(
            FunnelQuery query, String property, Map<String, FunnelResult> results) {
        List<ShareComparison> tests = tests(query, List.copyOf(results.values()));
        List<FunnelPropertyGroup> groups = new ArrayList<>();
        results.forEach((value, result) ->
                groups.add(new FunnelPropertyGroup(property, value, result, tests.get(groups.size()))));
        return groups;
    }

    public Uni<FunnelQuery> query(Funnel funnel, Asked asked) {
        Caller caller = callers.get();
        Details details = Details.asked();
        return Uni.createFrom()
                .item(() -> query(caller, funnel, asked, details))
                .call(this::checkTags);
    }

    private Uni<Set<String>> checkTags(FunnelQuery query) {
        Map<String, String> excluded = OptionRules.excludedTags(query.options());
        return tags.unknown(query.filter().tenant(), excluded.values())
                .invoke(unknown -> OptionRules.checkTags(excluded, unknown));
    }

    private static FunnelQuery query(Caller caller, Funnel funnel, Asked asked, Details details) {
        FunnelOptions options = FunnelOptions.orUsual(asked.options());
        Instant asOf = options.asOf() == null ? Instant.now() : options.asOf();
        Period period = asked.period().in(zone(funnel, asked.period()));
        Instant tagsAt = period.end().isBefore(asOf) ? period.end() : asOf;
        return new FunnelQuery(
                funnel,
                FunnelQuery.versionFor(funnel, period, options, asOf),
                period,
                CustomerFilter.of(caller, asked.segment(), tagsAt),
                options,
                asOf,
                details);
    }

    private static ZoneId zone(Funnel funnel, PeriodInput period) {
        return period.timeZone() == null ? funnel.zone() : period.timeZone().zone();
    }

    private static List<FunnelGroup> labelled(
            FunnelQuery query,
            Dimension dimension,
            Map<String, FunnelResult> results,
            Map<String, Labels.Group> groups) {
        List<ShareComparison> tests = tests(query, List.copyOf(results.values()));
        List<FunnelGroup> labelled = new ArrayList<>();
        results.forEach((value, result) -> {
            Labels.Group group = groups.getOrDefault(value, new Labels.Group(value, value));
            labelled.add(new FunnelGroup(dimension, group.key(), group.label(), result, tests.get(labelled.size())));
        });
        return labelled;
    }

    /** Each against all the others. */
    private static List<ShareComparison> tests(FunnelQuery query, List<FunnelResult> results) {
        Share all = new Share(
                results.stream().mapToInt(FunnelResult::converted).sum(),
                results.stream().mapToInt(FunnelResult::entered).sum());
        return ShareComparison.corrected(results.stream()
                .map(result -> new Share(result.converted(), result.entered()))
                .map(share -> ShareComparison.of(
                        AGAINST_REST, share, all.without(share), query.options().minimumSampleOrUsual(), query.asOf()))
                .toList());
    }

    private static List<FunnelPoint> points(Instant asOf, List<Period> parts, List<FunnelResult> results) {
        List<FunnelPoint> points = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            Period part = parts.get(at);
            FunnelResult result = results.get(at);
            boolean changed = at > 0 && results.get(at - 1).version() != result.version();
            points.add(new FunnelPoint(part.from(), part.to(), result, part.isCompleteAt(asOf), changed));
        }
        return points;
    }
}
