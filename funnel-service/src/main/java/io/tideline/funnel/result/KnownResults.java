package io.tideline.funnel.result;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.tideline.funnel.journey.PackJourneys;
import io.tideline.funnel.journey.PackJourneys.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Results that are still true: of questions whose answer time does not change, as long as nothing has happened to any journey of the organisation since.
 * Every change of a moment, a customer or their care is noted for packing, so the number of packings and of notes since tells whether there was one. Where a
 * segment names tags nothing is remembered: the end of a tag is no moment.
 */
@ApplicationScoped
class KnownResults {
    /** About 8 bytes each: durations, ids of those who went no further, and the questions themselves. */
    private static final long MOST_NUMBERS = 8_000_000;
    /** What is held of a question whose answer is empty. */
    private static final int NUMBERS_OF_AN_ANSWER = 200;

    private static final int NUMBERS_OF_A_LISTED_CUSTOMER = 2;
    private static final int NUMBERS_OF_A_STAGE = 200;
    /** A letter of a question's text: texts are short, so each costs several times its letters. */
    private static final int NUMBERS_OF_A_LETTER = 2;

    /** Longer questions, with segments of thousands of values, are not remembered: a few of them would leave no room for others. */
    private static final int MOST_LETTERS = 100_000;

    private static final Duration WANTED_AGAIN = Duration.ofHours(1);

    private final PackJourneys packing;
    private final Cache<Question, Answer> known = Caffeine.newBuilder()
            .maximumWeight(MOST_NUMBERS)
            .weigher(KnownResults::weight)
            .expireAfterAccess(WANTED_AGAIN)
            .build();

    KnownResults(PackJourneys packing) {
        this.packing = packing;
    }

    /** @param reading what is asked of the query's journeys beside the query itself */
    record Question(FunnelQuery query, List<?> reading) {
        int letters() {
            return toString().length();
        }
    }

    /**
     * @param state of the journeys that were read; another state makes another answer to the same question
     * @param value what was answered
     * @param numbers how much of it there is
     */
    record Answer(Waiting state, Object value, long numbers) {}

    /** As below, where the answer is results by name. */
    Uni<Map<String, FunnelResult>> orElse(
            FunnelQuery query, List<?> reading, Supplier<Uni<Map<String, FunnelResult>>> computed) {
        return orElse(query, reading, computed, results -> results.values().stream()
                .mapToLong(KnownResults::numbers)
                .sum());
    }

    /**
     * The result known, or the one now computed; it says itself up to which instant facts were taken into account.
     *
     * @param reading answers of different types have different ones
     * @param numbers how much an answer holds
     */
    @SuppressWarnings("unchecked") // one question with one reading has answers of one type
    <T> Uni<T> orElse(FunnelQuery query, List<?> reading, Supplier<Uni<T>> computed, ToLongFunction<T> numbers) {
        if (!query.isLasting()) {
            return computed.get();
        }
        return packing.waiting(query.filter().tenant()).flatMap(state -> {
            Question question = new Question(query.lasting(), reading);
            Answer answer = known.getIfPresent(question);
            return answer == null || !answer.state().equals(state)
                    ? computed.get().invoke(now -> keep(question, new Answer(state, now, numbers.applyAsLong(now))))
                    : Uni.createFrom().item((T) answer.value());
        });
    }

    private void keep(Question question, Answer answer) {
        if (question.letters() <= MOST_LETTERS) {
            known.put(question, answer);
        }
    }

    static int weight(Question question, Answer answer) {
        long numbers = NUMBERS_OF_AN_ANSWER + (long) NUMBERS_OF_A_LETTER * question.letters() + answer.numbers();
        return (int) Math.min(numbers, Integer.MAX_VALUE);
    }

    /** Of a result with all that it holds: times and customers where they were asked for. */
    static long numbers(FunnelResult result) {
        long numbers = 0;
        for (FunnelStep step : result.steps()) {
            numbers += NUMBERS_OF_A_STAGE;
            numbers += step.timeFromStart() == null ? 0 : step.count();
            numbers += step.timeFromPrevious() == null ? 0 : step.count();
            numbers += step.leavers() == null
                    ? 0
                    : NUMBERS_OF_A_LISTED_CUSTOMER * ((long) step.pending() + step.dropped());
        }
        CompatReading compared = result.compat();
        return compared == null
                ? numbers
                : numbers + numbers(compared.ours()) + (long) NUMBERS_OF_A_LISTED_CUSTOMER * compared.differing();
    }
}
