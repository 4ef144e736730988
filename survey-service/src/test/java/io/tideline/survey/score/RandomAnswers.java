package io.tideline.survey.score;

import static io.tideline.survey.ServiceForTests.answer;
import static io.tideline.survey.ServiceForTests.ingest;
import static io.tideline.survey.ServiceForTests.publish;

import io.tideline.platform.sql.Ids;
import io.tideline.survey.FeedForTests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A few customers to whom everything happens that moves a score, in any order. */
final class RandomAnswers {
    static final List<String> SURVEYS = List.of("s1", "s2", "s3");
    static final List<String> AGENTS = List.of("a1", "a2", "a3");
    static final List<String> TEAMS = List.of("t1", "t2");
    static final List<String> MARKETS = List.of("DE", "FR");
    static final List<String> LANGUAGES = List.of("de", "fr");

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<String, String> TYPES = Map.of("s1", "nps.0_10", "s2", "nps.0_10", "s3", "csat.5");
    private static final int DAYS = 150;
    private static final int KEYS = 60;
    private static final int CUSTOMERS = 8;

    private final String tenant;
    private final Random random;
    private final FeedForTests feed;
    private final String publicKey;
    /** Who was merged into whom, root by root. */
    private final Map<String, String> mergedInto = new HashMap<>();

    private int told;

    RandomAnswers(String tenant, Random random, FeedForTests feed) {
        this.tenant = tenant;
        this.random = random;
        this.feed = feed;
        this.publicKey = publish(tenant, "s1", "nps.0_10");
        publish(tenant, "s2", "nps.0_10");
        publish(tenant, "s3", "csat.5");
    }

    void happen() {
        switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> answers();
            case 4, 5 -> atTheDoor();
            case 6, 7 -> copies();
            case 8, 9 -> customers();
            case 10 -> agents();
            case 11, 12 -> merge();
            default -> undo();
        }
    }

    /** Something that others may do at the same time. */
    void beGiven() {
        switch (random.nextInt(3)) {
            case 0 -> answers();
            case 1 -> atTheDoor();
            default -> copies();
        }
    }

    void zone(String zone) {
        feed.tell(later(), tenant, "organisation.changed", Map.of("timeZone", zone, "currency", "EUR", "name", tenant));
    }

    /** Rows, some of them parts of answers that are known, with what was not said before or what nobody may say any more. */
    private void answers() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = random.nextInt(5); row >= 0; row--) {
            String survey = any(SURVEYS);
            Map<String, Object> given = new HashMap<>(
                    Map.of("survey", survey, "response", "r" + random.nextInt(KEYS), "type", type(survey), "at", at()));
            put(given, "score", random.nextInt(4) > 0 ? 1 + random.nextInt(5) : null);
            put(given, "customer", random.nextInt(4) > 0 ? customer() : null);
            put(given, "agent", random.nextInt(4) == 0 ? any(AGENTS) : null);
            put(given, "comment", random.nextInt(4) == 0 ? "so" : null);
            rows.add(given);
        }
        ingest(tenant, "responses", rows);
    }

    /** Answers of nobody known, now. */
    private void atTheDoor() {
        for (int sent = random.nextInt(3); sent >= 0; sent--) {
            answer(Map.of("survey", publicKey, "response", "r" + random.nextInt(KEYS), "score", 1 + random.nextInt(5)));
        }
    }

    private void copies() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = random.nextInt(5); row >= 0; row--) {
            Map<String, Object> copy = new HashMap<>(Map.of(
                    "survey",
                    any(SURVEYS),
                    "response",
                    "r" + random.nextInt(KEYS),
                    "at",
                    at(),
                    "event",
                    any(List.of("sent", "shown", "started", "dismissed"))));
            put(copy, "customer", random.nextBoolean() ? customer() : null);
            rows.add(copy);
        }
        ingest(tenant, "deliveries", rows);
    }

    private void customers() {
        String customer = customer();
        Map<String, Object> told = new HashMap<>(Map.of("id", uuid(customer).toString(), "externalId", customer));
        put(told, "market", orNothing(MARKETS));
        put(told, "language", orNothing(LANGUAGES));
        put(told, "source", orNothing(List.of("ad", "shop")));
        put(told, "campaign", orNothing(List.of("p1", "p2")));
        put(told, "channelAccount", orNothing(List.of("w1")));
        put(told, "agent", orNothing(AGENTS));
        put(told, "team", orNothing(TEAMS));
        feed.tell(random.nextInt(4) == 0 ? at() : later(), tenant, "customer.changed", told);
    }

    private void agents() {
        Map<String, Object> agent = FeedForTests.agent(tenant, any(AGENTS), any(TEAMS));
        feed.tell(random.nextInt(4) == 0 ? at() : later(), tenant, "label.changed", agent);
    }

    private void merge() {
        String from = root(customer());
        String to = root(customer());
        if (!from.equals(to)) {
            mergedInto.put(from, to);
            feed.tell(
                    later(),
                    tenant,
                    "customer.alias",
                    Map.of("from", uuid(from).toString(), "to", uuid(to).toString()));
        }
    }

    private void undo() {
        if (mergedInto.isEmpty()) {
            return;
        }
        String customer = any(mergedInto.keySet().stream().sorted().toList());
        mergedInto.remove(customer);
        List<String> members = new ArrayList<>();
        for (int number = 0; number < CUSTOMERS; number++) {
            if (root("c" + number).equals(customer)) {
                members.add(uuid("c" + number).toString());
            }
        }
        feed.tell(
                later(),
                tenant,
                "customer.alias.undone",
                Map.of("id", uuid(customer).toString(), "members", members));
    }

    private String root(String customer) {
        String into = mergedInto.get(customer);
        return into == null ? customer : root(into);
    }

    /** Some hours of a month's ends are met often. */
    private String at() {
        return random.nextInt(3) == 0
                ? Instant.parse("2026-0" + (1 + random.nextInt(5)) + "-01T00:00:00Z")
                        .plus(Duration.ofHours(random.nextInt(25) - 12))
                        .toString()
                : START.plus(Duration.ofHours(random.nextInt(24 * DAYS))).toString();
    }

    /** After all that was told before. */
    private String later() {
        told += 1 + random.nextInt(40);
        return START.plus(Duration.ofHours(told)).toString();
    }

    private String customer() {
        return "c" + random.nextInt(CUSTOMERS);
    }

    private UUID uuid(String customer) {
        return Ids.uuid(tenant, "customer", customer);
    }

    private <T> @Nullable T orNothing(List<T> values) {
        int place = random.nextInt(values.size() + 1);
        return place == values.size() ? null : values.get(place);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String type(String survey) {
        return TYPES.getOrDefault(survey, "");
    }

    private static void put(Map<String, Object> row, String field, @Nullable Object value) {
        if (value != null) {
            row.put(field, value);
        }
    }
}
