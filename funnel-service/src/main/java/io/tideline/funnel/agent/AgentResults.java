package io.tideline.funnel.agent;

import io.smallrye.mutiny.Uni;
import io.tideline.funnel.agent.MaintenanceRules.Meaning;
import io.tideline.funnel.agent.MaintenanceRules.Outcome;
import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.funnel.event.MomentName;
import io.tideline.funnel.event.MomentNames;
import io.tideline.funnel.funnel.Funnel;
import io.tideline.funnel.funnel.FunnelStage;
import io.tideline.funnel.journey.JourneyStore;
import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.journey.WantedJourneys;
import io.tideline.funnel.result.Details;
import io.tideline.funnel.result.FunnelOptions;
import io.tideline.funnel.result.FunnelQuery;
import io.tideline.funnel.result.Micros;
import io.tideline.funnel.result.ReadFunnel;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.metric.Measure;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import io.tideline.platform.metric.NoValueReason;
import io.tideline.platform.time.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What agents made of the customers they look after: one reading for all agents asked for. */
@ApplicationScoped
class AgentResults {
    private static final MetricCatalog CATALOG = MetricCatalog.load();
    private static final MetricDefinition PERSONAL = CATALOG.definition("conversion.personal");
    private static final MetricDefinition MAINTENANCE = CATALOG.definition("maintenance_rate.repurchase");
    private static final String DEAL = "deal";
    private static final MomentName DEAL_TAG = MomentName.tag(DEAL);
    private static final MomentName REPURCHASE_TAG = MomentName.tag("repurchase");

    private final ReadFunnel reader;
    private final JourneyStore store;
    private final MomentNames names;

    AgentResults(ReadFunnel reader, JourneyStore store, MomentNames names) {
        this.reader = reader;
        this.store = store;
        this.names = names;
    }

    /** By local id of the agent, the share of entered customers that reached the deal, or the last stage of a funnel without one. */
    Uni<Map<String, Measure>> conversion(FunnelQuery query) {
        int stage = dealStage(query.version().stages());
        return reader.groups(query, Dimension.AGENT).map(results -> {
            Map<String, Measure> measures = new HashMap<>();
            results.forEach((agent, result) -> measures.put(
                    agent,
                    Measure.proportion(PERSONAL, result.steps().get(stage).count(), result.entered(), query.asOf())));
            return measures;
        });
    }

    static Measure noConversion(Instant asOf) {
        return Measure.proportion(PERSONAL, 0, 0, asOf);
    }

    static Measure noMaintenance(Instant asOf) {
        return Measure.proportion(MAINTENANCE, 0, 0, asOf);
    }

    /** By local id of the agent, the share of customers won in the period who bought again within 90 days. */
    Uni<Map<String, Measure>> maintenance(CustomerFilter filter, Period period, Instant asOf) {
        Instant last = period.end().plus(MaintenanceRules.WITHIN);
        MaintenanceRules rules =
                new MaintenanceRules(Micros.of(period.start()), Micros.of(period.end()), Micros.of(asOf));
        Map<String, Map<Outcome, Integer>> counts = new HashMap<>();
        return store.inSnapshot(filter.tenant(), (connection, journeys) -> names.find(
                                connection, filter.tenant(), Set.of(MomentName.ORDER, DEAL_TAG, REPURCHASE_TAG))
                        .flatMap(numbers -> journeys.read(
                                connection,
                                filter,
                                new WantedJourneys(
                                        List.copyOf(numbers.values()),
                                        Instant.EPOCH,
                                        last.isBefore(asOf) ? last : asOf,
                                        null,
                                        Dimension.AGENT),
                                counting(filter, rules, numbers, counts))))
                .map(read -> measures(counts, asOf));
    }

    /** A customer counts for the agent who made the deal. */
    private static Consumer<PackedJourney> counting(
            CustomerFilter filter,
            MaintenanceRules rules,
            Map<MomentName, Integer> numbers,
            Map<String, Map<Outcome, Integer>> counts) {
        return packed -> {
            MaintenanceRules.Moments moments = read(packed, numbers);
            long deal = MaintenanceRules.deal(moments);
            if (packed.counts(filter, deal)) {
                counts.computeIfAbsent(packed.groupAt(Dimension.AGENT, deal), agent -> new EnumMap<>(Outcome.class))
                        .merge(rules.of(moments), 1, Integer::sum);
            }
        };
    }

    private static Map<String, Measure> measures(Map<String, Map<Outcome, Integer>> counts, Instant asOf) {
        Map<String, Measure> measures = new HashMap<>();
        counts.forEach((agent, outcomes) -> {
            int maintained = outcomes.getOrDefault(Outcome.MAINTAINED, 0);
            int mature = maintained + outcomes.getOrDefault(Outcome.LEFT_ALONE, 0);
            boolean onlyYoung = mature == 0 && outcomes.containsKey(Outcome.IMMATURE);
            measures.put(
                    agent,
                    onlyYoung
                            ? Measure.none(MAINTENANCE, NoValueReason.IMMATURE, asOf)
                            : Measure.proportion(MAINTENANCE, maintained, mature, asOf));
        });
        return measures;
    }

    private static MaintenanceRules.Moments read(PackedJourney packed, Map<MomentName, Integer> numbers) {
        @Nullable Integer order = numbers.get(MomentName.ORDER);
        @Nullable Integer deal = numbers.get(DEAL_TAG);
        return new MaintenanceRules.Moments() {
            @Override
            public int size() {
                return packed.moments().size();
            }

            @Override
            public long time(int at) {
                return packed.moments().time(at);
            }

            @Override
            public Meaning meaning(int at) {
                Integer name = packed.moments().name(at);
                if (name.equals(order)) {
                    return Meaning.ORDER;
                }
                return name.equals(deal) ? Meaning.DEAL_TAG : Meaning.REPURCHASE_TAG;
            }
        };
    }

    static int dealStage(List<FunnelStage> stages) {
        for (int stage = 0; stage < stages.size(); stage++) {
            if (stages.get(stage).key().equals(DEAL)) {
                return stage;
            }
        }
        return stages.size() - 1;
    }

    static FunnelQuery query(Funnel funnel, CustomerFilter filter, Period period, Instant asOf) {
        return new FunnelQuery(
                funnel,
                FunnelQuery.versionFor(funnel, period, FunnelOptions.USUAL, asOf),
                period,
                filter,
                FunnelOptions.USUAL,
                asOf,
                Details.NONE);
    }
}
