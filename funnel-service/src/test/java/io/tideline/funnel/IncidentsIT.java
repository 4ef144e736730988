package io.tideline.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.SharedData;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
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
        JsonNode answers = SharedData.answers("it_incidents");

        JsonNode found = Api.as(TENANT, "executive")
                .data("{ completed: funnel(key: \"completed\") { result(" + PERIOD + ") { " + TIMES + " } } "
                        + "through: funnel(key: \"through\") { result(" + PERIOD + ") { " + TIMES
                        + " } groups(by: MARKET, "
                        + PERIOD + ") { key result { entered steps { timeFromStart { median { value } } } } } } "
                        + "reopened: funnel(key: \"reopened\") { result(" + PERIOD + ") { " + TIMES + " } } }");

        JsonNode completed = found.at("/completed/result");
        assertThat(completed.get("entered").asInt())
                .isEqualTo(answers.get("incidents").asInt());
        assertThat(completed.get("entered").asInt() - completed.get("converted").asInt())
                .isEqualTo(answers.get("never_completed").asInt());
        compare(completed.at("/steps/1"), answers.get("first_completed_seconds"));
        compare(found.at("/through/result/steps/1"), answers.get("throughput_first_to_last_event_seconds"));
        assertThat(found.at("/reopened/result/converted").asInt())
                .isEqualTo(answers.get("reopened_after_first_completed").asInt());
        JsonNode impacts = answers.get("by_impact_of_first_event");
        JsonNode groups = found.at("/through/groups");
        assertThat(groups).hasSize(impacts.size());
        groups.forEach(group -> {
            JsonNode impact = impacts.get(group.get("key").asText());
            assertThat(group.at("/result/entered").asInt())
                    .isEqualTo(impact.get("n").asInt());
            assertThat(group.at("/result/steps/1/timeFromStart/median/value").asDouble())
                    .isCloseTo(impact.get("median_throughput").asDouble(), within(1e-6));
        });
    }

    private static void compare(JsonNode step, JsonNode answer) {
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

    /** An incident opens with its first event and is through with its last; work after the first completion has a name of its own. */
    private static void tell(
            String incident,
            List<String[]> events,
            List<Map<String, String>> rows,
            List<Map<String, Object>> customers) {
        String[] first = events.get(0);
        customers.add(Facts.customer(TENANT, incident, Map.of("market", first[10])));
        rows.add(Api.event("o" + incident, incident, "opened", first[3]));
        java.time.Instant completed = null;
        for (int at = 0; at < events.size(); at++) {
            String status = events.get(at)[1];
            java.time.Instant time =
                    java.time.OffsetDateTime.parse(events.get(at)[3]).toInstant();
            rows.add(Api.event("e" + at + incident, incident, status, events.get(at)[3]));
            boolean works = status.equals("Accepted") || status.equals("Queued");
            if (works && completed != null && time.isAfter(completed)) {
                rows.add(Api.event("w" + at + incident, incident, "working again", events.get(at)[3]));
            }
            completed = completed == null && status.equals("Completed") ? time : completed;
        }
        rows.add(Api.event("l" + incident, incident, "last event", events.get(events.size() - 1)[3]));
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
