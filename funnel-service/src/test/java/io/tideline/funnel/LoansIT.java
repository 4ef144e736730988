package io.tideline.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.test.Figures;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.SharedData;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** A bank's loan applications with answers that were computed elsewhere: every figure must come out equal. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class LoansIT {
    private static final String TENANT = "loan";
    private static final int BATCH = 10_000;
    /** Work that was planned or begun: events that no funnel of the answers speaks of. */
    private static final List<String> UNDER_WAY = List.of("START", "SCHEDULE");

    private final Figures answers = Figures.of("loan_funnel");

    @Inject
    FeedForTests feed;

    @Test
    void countsTheBanksFunnelsAsTheyWereCounted() throws IOException {
        List<Map<String, String>> rows = read();
        feed.tell(TENANT, "customer.changed", amounts(rows));
        int accepted = 0;
        for (int from = 0; from < rows.size(); from += BATCH) {
            accepted += Api.ingest(TENANT, rows.subList(from, Math.min(from + BATCH, rows.size())))
                    .get("accepted")
                    .asInt();
        }
        assertThat(accepted).isEqualTo(answers.get("events").asInt());

        Counts counts = new Counts(
                TENANT, rows.stream().map(row -> row.get("name")).distinct().toList());
        compareEvents(counts);
        Map<String, Integer> customers = counts.customers();
        int anybody = counts.anybody();
        assertThat(anybody).isEqualTo(answers.get("cases").asInt());
        FunnelFigures.compare(TENANT, "mature", answers.get("approval_mature_30d_only"), customers, anybody);
        answers.get("funnels")
                .parts()
                .forEach((name, funnel) -> FunnelFigures.compare(TENANT, name, funnel, customers, anybody));
        compareEntries();
        answers.get("final_state").counts().forEach((end, cases) -> assertThat(customers)
                .as("every application ends in one way")
                .containsEntry("A_" + end.toUpperCase(Locale.ROOT), cases));
        compareSegments();
        asksForTwoMomentsWhereAStageStandsTwice(rows);
        answers.assertAllMet();
    }

    private void compareEvents(Counts counts) {
        Map<String, Integer> completed = new TreeMap<>(counts.events());
        Map<String, Integer> lifecycles = new TreeMap<>();
        Map<String, Integer> activities = new TreeMap<>();
        for (String lifecycle : UNDER_WAY) {
            lifecycles.put(lifecycle, completed.getOrDefault(lifecycle, 0));
            completed.remove(lifecycle);
            counts.by("activity", lifecycle, Counts.EACH)
                    .forEach((activity, count) -> activities.merge(activity, count, Integer::sum));
        }
        lifecycles.put("COMPLETE", Counts.sum(completed));
        completed.forEach((activity, count) -> activities.merge(activity, count, Integer::sum));

        assertThat(lifecycles).isEqualTo(answers.get("events_by_lifecycle").counts());
        assertThat(activities).isEqualTo(answers.get("events_by_activity").counts());
        Instant first = instant(answers.get("first").asText());
        Instant last = instant(answers.get("last").asText());
        int events = answers.get("events").asInt();
        assertThat(Counts.sum(counts.eventsUpTo(last.toString()))).isEqualTo(events);
        assertThat(Counts.sum(counts.eventsUpTo(last.minusMillis(1).toString())))
                .isLessThan(events);
        assertThat(Counts.sum(counts.eventsUpTo(first.toString()))).isPositive();
        assertThat(Counts.sum(counts.eventsUpTo(first.minusMillis(1).toString())))
                .isZero();
    }

    private void compareEntries() {
        for (String zone : List.of("UTC", "Europe/Amsterdam")) {
            Entries.compareMonths(TENANT, zone, answers.get("entered_and_activated_by_entry_month_" + zone));
            Entries.compareDays(TENANT, zone, answers.get("entries_per_day_" + zone));
        }
    }

    /** Amounts stand as markets here. */
    private void compareSegments() {
        Figures segments = answers.get("activation_by_amount_segment");
        JsonNode groups = Api.as(TENANT, "executive")
                .data(
                        """
                        { funnel(key: "short") { groups(by: MARKET, period: { from: "2011-01-01", to: "2025-01-01" }) {
                            key result { entered converted overall { value } } } } }
                        """)
                .at("/funnel/groups");
        assertThat(groups.findValuesAsText("key"))
                .containsExactlyInAnyOrderElementsOf(segments.parts().keySet());
        groups.forEach(group -> {
            Figures segment = segments.get(group.get("key").asText());
            JsonNode result = group.get("result");
            assertThat(result.get("entered").asInt())
                    .isEqualTo(segment.get("cases").asInt());
            assertThat(result.get("converted").asInt())
                    .isEqualTo(segment.get("activated").asInt());
            assertThat(result.at("/overall/value").asDouble())
                    .isCloseTo(segment.get("rate").asDouble(), within(1e-12));
        });
    }

    /**
     * Read in any order, too, one moment is one stage. The answers ask whether a case has the stage's event at all, so that one event is both stages; the
     * cases that have two are counted here by hand.
     */
    private static void asksForTwoMomentsWhereAStageStandsTwice(List<Map<String, String>> rows) {
        Map<String, Map<String, Long>> cases = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("customer"),
                        Collectors.groupingBy(row -> row.get("name"), Collectors.counting())));
        Predicate<Map<String, Long>> twice =
                did -> did.getOrDefault("O_SENT", 0L) >= 2 && did.containsKey("O_CANCELLED");
        Api.define(TENANT, "twice", List.of("O_SENT", "O_CANCELLED", "O_SENT"), Map.of());
        Api.define(TENANT, "twice-and-back", List.of("O_SENT", "O_CANCELLED", "O_SENT", "O_SENT_BACK"), Map.of());
        String anyOrder =
                "result(period: { from: \"2011-01-01\", to: \"2025-01-01\" }, options: { order: ANY_ORDER }) { converted }";
        JsonNode found = Api.as(TENANT, "executive")
                .data("{ twice: funnel(key: \"twice\") { %1$s } back: funnel(key: \"twice-and-back\") { %1$s } }"
                        .formatted(anyOrder));

        assertThat(found.at("/twice/result/converted").asLong())
                .isEqualTo(cases.values().stream().filter(twice).count())
                .isEqualTo(770);
        assertThat(found.at("/back/result/converted").asLong())
                .isEqualTo(cases.values().stream()
                        .filter(twice)
                        .filter(did -> did.containsKey("O_SENT_BACK"))
                        .count())
                .isEqualTo(527);
    }

    /** What was completed happened by the name of the activity, all else by that of its lifecycle. */
    private static List<Map<String, String>> read() throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(SharedData.file("loan_funnel/events.csv.gz")));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",");
                String id = "row-" + rows.size();
                rows.add(Map.of(
                        "id", id,
                        "customer", cells[0],
                        "name", UNDER_WAY.contains(cells[2]) ? cells[2] : cells[1],
                        "at", cells[3],
                        "activity", cells[1],
                        "amount", cells[5]));
            }
        }
        return rows;
    }

    private static List<Map<String, Object>> amounts(List<Map<String, String>> rows) {
        Map<String, Map<String, Object>> customers = new LinkedHashMap<>();
        rows.forEach(row -> customers.computeIfAbsent(
                row.get("customer"),
                met -> Facts.customer(TENANT, met, Map.of("market", segment(row.getOrDefault("amount", ""))))));
        return List.copyOf(customers.values());
    }

    private static String segment(String amount) {
        int asked = Integer.parseInt(amount);
        return asked <= 5_000 ? "<=5000" : asked <= 15_000 ? "<=15000" : ">15000";
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
