package io.tideline.funnel.result;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.tideline.funnel.journey.PackJourneys;
import io.tideline.funnel.journey.PackJourneys.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Results that are still true: of questions whose answer time does not change, as long as nothing has happened to any journey of the organisation since.
 * Every change of a moment, a customer or their care is noted for packing, so the number of packings and of notes since tells whether there was one. Where a
 * segment names tags nothing is remembered: the end of a tag is no moment.
 */
@ApplicationScoped
class KnownResults {
    /** About 8 bytes each: durations, and ids of those who went no further. */
    private static final long MOST_NUMBERS = 8_000_000;

    private static final int NUMBERS_OF_A_LISTED_CUSTOMER = 5;
    private static final int NUMBERS_OF_A_STAGE = 200;

    private final PackJourneys packing;
    private final Cache<Question, Map<String, FunnelResult>> known = Caffeine.newBuilder()
            .maximumWeight(MOST_NUMBERS)
            .weigher((Question question, Map<String, FunnelResult> results) -> weight(results))
            .build();

    KnownResults(PackJourneys packing) {
        this.packing = packing;
    }

    /** @param reading what is asked of the query's journeys beside the query itself */
    private record Question(FunnelQuery query, List<?> reading, Waiting state) {}

    /** The result known, or the one now computed; it says itself up to which instant facts were taken into account. */
    Uni<Map<String, FunnelResult>> orElse(
            FunnelQuery query, List<?> reading, Supplier<Uni<Map<String, FunnelResult>>> computed) {
        if (!query.isLasting()) {
            return computed.get();
        }
        return packing.waiting(query.filter().tenant()).flatMap(state -> {
            Question question = new Question(query.lasting(), reading, state);
            Map<String, FunnelResult> results = known.getIfPresent(question);
            return results == null
                    ? computed.get().invoke(now -> known.put(question, now))
                    : Uni.createFrom().item(results);
        });
    }

    private static int weight(Map<String, FunnelResult> results) {
        long numbers = 0;
        for (FunnelResult result : results.values()) {
            for (FunnelStep step : result.steps()) {
                numbers += NUMBERS_OF_A_STAGE + 2L * step.count();
                numbers += NUMBERS_OF_A_LISTED_CUSTOMER * ((long) step.pending() + step.dropped());
            }
        }
        return (int) Math.min(numbers, Integer.MAX_VALUE);
    }
}
