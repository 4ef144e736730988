package io.tideline.survey.score;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.PeriodInput;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** The agents of one entity call: the counts of a period are read once for all of them, whichever asks first. */
final class AgentsAsked {
    private final List<UUID> agents;
    private final BiFunction<List<UUID>, PeriodInput, Uni<Counts>> read;
    private final Map<PeriodInput, Uni<Counts>> byPeriod = new ConcurrentHashMap<>();

    /** @param lens what was looked at */
    record Counts(Lens lens, Map<UUID, ScoreCounts> byAgent) {}

    AgentsAsked(List<UUID> agents, BiFunction<List<UUID>, PeriodInput, Uni<Counts>> read) {
        this.agents = List.copyOf(agents);
        this.read = read;
    }

    Uni<Counts> in(PeriodInput period) {
        return byPeriod.computeIfAbsent(
                period, asked -> read.apply(agents, asked).memoize().indefinitely());
    }
}
