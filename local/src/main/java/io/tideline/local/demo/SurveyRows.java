package io.tideline.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the survey service is told: three surveys, to whom they were sent, and who answered what. */
final class SurveyRows {
    private static final String RELATIONSHIP = "relationship";
    private static final String CONVERSATION = "conversation";
    private static final String QUOTE = "quote";
    private static final Duration BETWEEN_SURVEYS = Duration.ofDays(120);

    /** How many of 100 give each score of 0..10 where a market is as happy as the rest: 47 promoters, 34 passives, 19 detractors. */
    private static final int[] RECOMMENDATION = {2, 1, 1, 2, 3, 4, 6, 14, 20, 25, 22};

    private static final int[] SATISFACTION = {0, 4, 6, 12, 42, 36};
    private static final int[] EASE = {0, 3, 4, 7, 13, 24, 30, 19};

    private final Company company;
    private final Span span;
    private final Chance chance;
    private final Rows rows;

    SurveyRows(Company company, Span span, Rows rows) {
        this.company = company;
        this.span = span;
        this.chance = new Chance(company, "surveys");
        this.rows = rows;
    }

    void surveys() {
        rows.add(Door.SURVEYS, "key", RELATIONSHIP, "title", "Would you recommend us?", "type", "nps.0_10");
        rows.add(Door.SURVEYS, "key", CONVERSATION, "title", "How was the conversation?", "type", "csat.5");
        rows.add(Door.SURVEYS, "key", QUOTE, "title", "Was it easy to get a quote?", "type", "ces2.agree7");
    }

    void people(List<Person> people) {
        for (Person person : people) {
            person.at(Stage.INQUIRY).ifPresent(at -> relationship(person, at));
            person.at(Stage.FIRST_REPLY).ifPresent(at -> conversation(person, at));
            person.at(Stage.QUOTE).ifPresent(at -> quote(person, at));
        }
    }

    /** Asked two weeks after the inquiry and every four months after that, for as long as they are about. */
    private void relationship(Person person, Instant inquiry) {
        Instant asked = inquiry.plus(Duration.ofDays(14));
        boolean bought = !person.purchases().isEmpty();
        for (int round = 1; round <= (bought ? 6 : 2); round++) {
            send(person, RELATIONSHIP, round, asked);
            if (chance.happens(bought ? 0.55 : 0.38)) {
                int score = recommendation(person, bought);
                String mood = score >= 9 ? "happy" : score >= 7 ? "so_so" : "unhappy";
                answer(person, RELATIONSHIP, round, asked, score, mood);
            }
            asked = asked.plus(BETWEEN_SURVEYS);
        }
    }

    private void conversation(Person person, Instant reply) {
        Instant asked = reply.plus(Duration.ofHours(1));
        send(person, CONVERSATION, 1, asked);
        if (chance.happens(0.42)) {
            int score = drawn(SATISFACTION);
            answer(person, CONVERSATION, 1, asked, score, score >= 4 ? "happy" : "unhappy");
        }
    }

    private void quote(Person person, Instant quote) {
        Instant asked = quote.plus(Duration.ofHours(2));
        send(person, QUOTE, 1, asked);
        if (chance.happens(0.5)) {
            int score = drawn(EASE);
            answer(person, QUOTE, 1, asked, score, score >= 5 ? "happy" : "so_so");
        }
    }

    private int recommendation(Person person, boolean bought) {
        int score = drawn(RECOMMENDATION);
        int warmth = person.market().warmth() + (bought ? 4 : -3);
        boolean moved = chance.happens(Math.abs(warmth) / 30.0);
        return moved ? Math.max(0, Math.min(10, score + Integer.signum(warmth))) : score;
    }

    private void send(Person person, String survey, int round, Instant at) {
        if (span.holds(at)) {
            rows.add(
                    Door.DELIVERIES,
                    "survey",
                    survey,
                    "response",
                    id(person, survey, round),
                    "event",
                    "sent",
                    "customer",
                    person.id(),
                    "at",
                    at);
        }
    }

    private void answer(Person person, String survey, int round, Instant asked, int score, String mood) {
        Instant at = asked.plus(chance.delay(Duration.ofHours(9), 1.2));
        boolean writes = chance.happens(0.3);
        String comment = Words.comment(person.market().language(), mood, chance);
        if (span.holds(at)) {
            rows.add(
                    Door.RESPONSES,
                    "response",
                    id(person, survey, round),
                    "survey",
                    survey,
                    "customer",
                    person.id(),
                    "agent",
                    person.agent(),
                    "score",
                    score,
                    "comment",
                    writes ? comment : null,
                    "language",
                    person.market().language(),
                    "at",
                    at);
        }
    }

    private int drawn(int[] weights) {
        List<Integer> scores =
                java.util.stream.IntStream.range(0, weights.length).boxed().toList();
        return chance.one(scores, score -> weights[score]);
    }

    private String id(Person person, String survey, int round) {
        return company.tenant() + "-" + survey + "-" + person.id().substring(9) + "-" + round;
    }
}
