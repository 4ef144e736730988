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
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Incidents of an IT department: how long they took and which came back, with answers that were computed elsewhere. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class IncidentsIT {
    private static final String TENANT = "incidents";
    private static final int BATCH = 10_000;
    private static final String PERIOD =
            "period: { from: \"2009-01-01\", to: \"2014-01-01\" }, options: { reentry: FIRST_ENTRY }";
    private static final String TIMES =
            "entered converted dropped pending steps { count timeFromStart { sampleSize mean { value } median { value } p90 { value } } "
                    + "distributionFromStart { min: percentile(share: 0) { value } max: percentile(share: 1) { value } } }";

    private final Figures answers = Figures.of("it_incidents");

    @Inject
    FeedForTests feed;

    @Test
    void measuresIncidentsAsTheyWereMeasured() throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        List<Map<String, Object>> customers = new ArrayList<>();
        read().forEach((incident, events) -> tell(incident, events, rows, customers));
        feed.tell(TENANT, "customer.changed", customers);
        for (int from = 0; from < rows.size(); from += BATCH) {
            Api.ingest(TENANT, rows.subList(from, Math.min(from + BATCH, rows.size())));
        }
        Api.define(TENANT, "completed", List.of("opened", "Completed"), Map.of());
        Api.define(TENANT, "through", List.of("opened", "last event"), Map.of());
        Api.define(TENANT, "reopened", List.of("opened", "Completed", "working again"), Map.of());

        JsonNode found = Api.as(TENANT, "executive")
                .data("{ completed: funnel(key: \"completed\") { result(" + PERIOD + ") { " + TIMES + " } } "
                        + "through: funnel(key: \"through\") { result(" + PERIOD + ") { " + TIMES
                        + " } groups(by: MARKET, "
                        + PERIOD + ") { key result { entered steps { timeFromStart { median { value } } } } } } "
                        + "reopened: funnel(key: \"reopened\") { result(" + PERIOD + ") { " + TIMES + " } } }");

        JsonNode completed = found.at("/completed/result");
        int incidents = completed.get("entered").asInt();
        assertThat(incidents).isEqualTo(answers.get("incidents").asInt());
        assertThat(incidents - completed.get("converted").asInt())
                .isEqualTo(answers.get("never_completed").asInt());
        compare(completed.at("/steps/1"), answers.get("first_completed_seconds"));
        compare(found.at("/through/result/steps/1"), answers.get("throughput_first_to_last_event_seconds"));
        assertThat(found.at("/reopened/result/converted").asInt())
                .isEqualTo(answers.get("reopened_after_first_completed").asInt());
        compareImpacts(found.at("/through/groups"));
        compareEvents(new Counts(
                TENANT, List.copyOf(answers.get("status_counts").parts().keySet())));
        Counts others = new Counts(TENANT, List.of("opened", "handover"));
        compareHandovers(incidents, others);
        compareCountries(others);
        answers.assertAllMet();
    }

    private void compareImpacts(JsonNode groups) {
        Figures impacts = answers.get("by_impact_of_first_event");
        assertThat(groups).hasSize(impacts.parts().size());
        groups.forEach(group -> {
            Figures impact = impacts.get(group.get("key").asText());
            assertThat(group.at("/result/entered").asInt())
                    .isEqualTo(impact.get("n").asInt());
            assertThat(group.at("/result/steps/1/timeFromStart/median/value").asDouble())
                    .isCloseTo(impact.get("median_throughput").asDouble(), within(1e-6));
        });
    }

    private void compareEvents(Counts counts) {
        Map<String, Integer> statuses = counts.events();
        Map<String, Integer> substatuses = new HashMap<>();
        statuses.keySet().forEach(status -> counts.by("substatus", status, Counts.EACH)
                .forEach((substatus, count) -> substatuses.merge(substatus, count, Integer::sum)));

        assertThat(Counts.sum(statuses)).isEqualTo(answers.get("events").asInt());
        assertThat(statuses).isEqualTo(answers.get("status_counts").counts());
        assertThat(substatuses).isEqualTo(answers.get("substatus_counts").counts());
    }

    /** As many incidents have a k-th handover as were handed over at least k times, which is all there is to know of how often they were. */
    private void compareHandovers(int incidents, Counts counts) {
        Map<String, Integer> atLeast = counts.by("number", "handover", Counts.EACH);
        double[] handovers = new double[incidents];
        for (int number = 1; number <= atLeast.size(); number++) {
            Arrays.fill(handovers, incidents - atLeast.getOrDefault(Integer.toString(number), 0), incidents, number);
        }
        double place = 0.9 * (incidents - 1);
        int below = (int) place;
        double p90 = handovers[below] + (place - below) * (handovers[below + 1] - handovers[below]);
        Figures expected = answers.get("group_handovers");

        assertThat(incidents).isEqualTo(expected.get("n").asInt());
        assertThat(1.0 * Counts.sum(atLeast) / incidents)
                .isCloseTo(expected.get("mean").asDouble(), within(1e-12));
        assertThat(handovers[incidents / 2]).isEqualTo(expected.get("median").asDouble());
        assertThat(p90).isCloseTo(expected.get("p90").asDouble(), within(1e-9));
        assertThat(handovers[0]).isEqualTo(expected.get("min").asDouble());
        assertThat(handovers[incidents - 1]).isEqualTo(expected.get("max").asDouble());
        assertThat(incidents - counts.customers().getOrDefault("handover", 0))
                .isEqualTo(answers.get("incidents_with_no_handover").asInt());
    }

    private void compareCountries(Counts counts) {
        Map<String, Integer> countries = counts.by("country", "opened", Counts.EACH);
        Figures most = answers.get("incidents_by_first_event_country_top10");
        List<String> expected =
                most.each(each -> each.get(0).asText() + " " + each.get(1).asInt());

        assertThat(countries.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .limit(expected.size())
                        .map(each -> each.getKey() + " " + each.getValue()))
                .containsExactlyElementsOf(expected);
    }

    private static void compare(JsonNode step, Figures answer) {
        assertThat(step.get("count").asInt()).isEqualTo(answer.get("n").asInt());
        for (String statistic : List.of("mean", "median", "p90")) {
            assertThat(step.at("/timeFromStart/" + statistic + "/value").asDouble())
                    .as(statistic)
                    .isCloseTo(answer.get(statistic).asDouble(), within(1e-3));
        }
        for (String end : List.of("min", "max")) {
            assertThat(step.at("/distributionFromStart/" + end + "/value").asDouble())
                    .as(end)
                    .isCloseTo(answer.get(end).asDouble(), within(1e-6));
        }
    }

    /**
     * An incident opens with its first event and is through with its last; work after the first completion, and each change of the group that has it, has a
     * name of its own.
     */
    private static void tell(
            String incident,
            List<String[]> events,
            List<Map<String, String>> rows,
            List<Map<String, Object>> customers) {
        String[] first = events.get(0);
        customers.add(Facts.customer(TENANT, incident, Map.of("market", first[10])));
        rows.add(event("o" + incident, incident, "opened", first, "country", first[6]));
        Instant completed = null;
        String group = first[4];
        int handovers = 0;
        for (int at = 0; at < events.size(); at++) {
            String[] event = events.get(at);
            String status = event[1];
            Instant time = OffsetDateTime.parse(event[3]).toInstant();
            rows.add(event("e" + at + incident, incident, status, event, "substatus", event[2]));
            boolean works = status.equals("Accepted") || status.equals("Queued");
            if (works && completed != null && time.isAfter(completed)) {
                rows.add(Api.event("w" + at + incident, incident, "working again", event[3]));
            }
            if (!event[4].equals(group)) {
                handovers++;
                rows.add(
                        event("h" + at + incident, incident, "handover", event, "number", Integer.toString(handovers)));
            }
            group = event[4];
            completed = completed == null && status.equals("Completed") ? time : completed;
        }
        rows.add(Api.event("l" + incident, incident, "last event", events.get(events.size() - 1)[3]));
    }

    private static Map<String, String> event(
            String id, String incident, String name, String[] cells, String property, String value) {
        return Map.of("id", id, "customer", incident, "name", name, "at", cells[3], property, value);
    }

    private static Map<String, List<String[]>> read() throws IOException {
        Map<String, List<String[]>> incidents = new LinkedHashMap<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(SharedData.file("it_incidents/events.csv.gz")));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                incidents.computeIfAbsent(cells[0], met -> new ArrayList<>()).add(cells);
            }
        }
        return incidents;
    }
}
