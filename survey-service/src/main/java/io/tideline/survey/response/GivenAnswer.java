package io.tideline.survey.response;

import io.tideline.survey.survey.Survey;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer that somebody known brings, by a batch or by hand, or one more part of it.
 *
 * @param key id of the answer within its survey
 * @param score null where the person dismissed the survey or did not answer it
 * @param customer external id of the customer who answered, or null
 * @param claimed external id that a page claims and nobody proved, or null
 * @param agent external id of the agent the answer is about, or null for the customer's own
 */
record GivenAnswer(
        Survey survey,
        String key,
        @Nullable Integer score,
        @Nullable String comment,
        @Nullable String language,
        @Nullable String customer,
        @Nullable String claimed,
        @Nullable String agent,
        @Nullable Instant at) {

    /** Two answers that have a key in common are parts of one answer. */
    record Id(String survey, String key) {}

    Id id() {
        return new Id(survey.key(), key);
    }

    /** This answer and a later part of it; empty where the two contradict each other. The first time told stands. */
    Optional<GivenAnswer> with(GivenAnswer later) {
        boolean agrees = agree(score, later.score)
                && agree(comment, later.comment)
                && agree(language, later.language)
                && agree(customer, later.customer)
                && agree(claimed, later.claimed)
                && agree(agent, later.agent);
        return agrees
                ? Optional.of(new GivenAnswer(
                        survey,
                        key,
                        first(score, later.score),
                        first(comment, later.comment),
                        first(language, later.language),
                        first(customer, later.customer),
                        first(claimed, later.claimed),
                        first(agent, later.agent),
                        first(at, later.at)))
                : Optional.empty();
    }

    private static <T> boolean agree(@Nullable T first, @Nullable T later) {
        return first == null || later == null || Objects.equals(first, later);
    }

    private static <T> @Nullable T first(@Nullable T first, @Nullable T later) {
        return first == null ? later : first;
    }
}
