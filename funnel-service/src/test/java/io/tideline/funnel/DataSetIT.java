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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Real logs with answers that were computed elsewhere: every ordered figure must come out equal. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class DataSetIT {
    private static final int BATCH = 10_000;
    private static final List<Integer> WINDOW_DAYS = List.of(1, 7, 30);
    private static final String FUNNEL =
            """
            query($key: String!, $options: FunnelOptions) {
              funnel(key: $key) {
                result(period: { from: "2011-01-01", to: "2025-01-01" }, options: $options) {
                  entered converted pending dropped
                  steps {
                    count stepRate { value } overallRate { value }
                    timeFromPrevious { sampleSize mean { value } median { value } p90 { value } }
                    timeFromStart { sampleSize mean { value } median { value } p90 { value } }
                    distributionFromPrevious { ...ends } distributionFromStart { ...ends }
                  }
                }
              }
            }
            fragment ends on TimeDistribution { min: percentile(share: 0) { value } max: percentile(share: 1) { value } }
            """;

    @Inject
    FeedForTests feed;

    @Test
    void countsTheShopsFunnelsAsTheyWereCounted() throws IOException {
        String tenant = "storefront";
        List<Map<String, String>> rows = new ArrayList<>();
        try (var lines = Files.lines(SharedData.file("storefront/events.csv"))) {
            lines.skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> rows.add(Map.of(
                            "customer", cells[0],
                            "name", cells[1],
                            "id", cells[2],
                            "at", cells[3].replace(' ', 'T') + "Z")));
        }
        JsonNode answers = SharedData.answers("storefront");

        JsonNode stored = Api.ingest(tenant, rows);
        JsonNode again = Api.ingest(tenant, rows);

        assertThat(stored.get("accepted").asInt())
                .isEqualTo(answers.get("distinct_event_ids").asInt());
        assertThat(stored.get("duplicates").asInt())
                .isEqualTo(answers.get("event_rows").asInt()
                        - answers.get("distinct_event_ids").asInt());
        assertThat(again.get("accepted").asInt()).isZero();
        for (String name : List.of("funnel_browse_to_order", "funnel_view_to_order", "funnel_popup")) {
            compare(tenant, name, answers.get(name));
        }
    }

    @Test
    void countsTheBanksFunnelsAsTheyWereCounted() throws IOException {
        String tenant = "loan";
        Path file = SharedData.file("loan_funnel/events.csv.gz");
        JsonNode answers = SharedData.answers("loan_funnel");

        int accepted = 0;
        List<Map<String, String>> rows = completed(file);
        feed.tell(tenant, "customer.changed", amounts(tenant, rows));
        for (int from = 0; from < rows.size(); from += BATCH) {
            accepted += Api.ingest(tenant, rows.subList(from, Math.min(from + BATCH, rows.size())))
                    .get("accepted")
                    .asInt();
        }

        assertThat(accepted)
                .isEqualTo(answers.at("/events_by_lifecycle/COMPLETE").asInt());
        compare(tenant, "mature", answers.get("approval_mature_30d_only"));
        answers.get("funnels").fields().forEachRemaining(funnel -> compare(tenant, funnel.getKey(), funnel.getValue()));
        Entries.compareMonths(tenant, "UTC", answers.get("entered_and_activated_by_entry_month_UTC"));
        Entries.compareMonths(
                tenant, "Europe/Amsterdam", answers.get("entered_and_activated_by_entry_month_Europe/Amsterdam"));
        Entries.compareDays(tenant, "Europe/Amsterdam", answers.get("entries_per_day_Europe/Amsterdam"));
        Entries.compareDays(tenant, "UTC", answers.get("entries_per_day_UTC"));
        SoftAssertions softly = new SoftAssertions();
        EveryFigure.compareEnds(softly, tenant, answers.get("final_state"));
        EveryFigure.compareSegments(softly, tenant, answers.get("activation_by_amount_segment"));
        softly.assertAll();
    }

    private static List<Map<String, String>> completed(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",");
                if (cells[2].equals("COMPLETE")) {
                    String id = "row-" + rows.size();
                    rows.add(Map.of(
                            "id", id, "customer", cells[0], "name", cells[1], "at", cells[3], "amount", cells[5]));
                }
            }
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        return rows;
    }

    private static List<Map<String, Object>> amounts(String tenant, List<Map<String, String>> rows) {
        Map<String, Map<String, Object>> customers = new LinkedHashMap<>();
        rows.forEach(row -> customers.computeIfAbsent(
                row.get("customer"),
                met -> Facts.customer(
                        tenant, met, Map.of("market", EveryFigure.segment(row.getOrDefault("amount", ""))))));
        return List.copyOf(customers.values());
    }

    private static void compare(String tenant, String name, JsonNode answer) {
        List<String> stages = StreamSupport.stream(answer.get("stages").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        Api.define(tenant, name, stages, Map.of());
        SoftAssertions softly = new SoftAssertions();
        JsonNode open = result(tenant, name, Map.of("reentry", "FIRST_ENTRY"));
        compareSteps(softly, name + " without a window", open, answer.get("ordered_no_window"));
        compareTimes(softly, name, open, stages, answer);
        JsonNode best = result(tenant, name, Map.of());
        softly.assertThat(steps(best, step -> step.get("count").asInt()))
                .as("%s without a window, best entry", name)
                .isEqualTo(numbers(answer.at("/ordered_no_window/counts"), JsonNode::asInt));
        EveryFigure.compareAnyOrder(softly, tenant, name, stages, answer);
        for (int days : WINDOW_DAYS) {
            compareSteps(
                    softly,
                    name + " within " + days + " d",
                    result(tenant, name, Map.of("reentry", "FIRST_ENTRY", "window", "P" + days + "D")),
                    answer.get("ordered_within_" + days + "d_of_first_stage"));
            compareSteps(
                    softly,
                    name + " each step within " + days + " d",
                    result(tenant, name, Map.of("reentry", "FIRST_ENTRY", "stepWindow", "P" + days + "D")),
                    answer.get("ordered_each_step_within_" + days + "d"));
        }
        softly.assertAll();
    }

    private static JsonNode result(String tenant, String key, Map<String, ?> options) {
        return Api.as(tenant, "executive")
                .data(FUNNEL, Map.of("key", key, "options", options))
                .at("/funnel/result");
    }

    private static void compareSteps(SoftAssertions softly, String what, JsonNode result, JsonNode answer) {
        softly.assertThat(steps(result, step -> step.get("count").asInt()))
                .as(what)
                .isEqualTo(numbers(answer.get("counts"), JsonNode::asInt));
        softly.assertThat(steps(result, step -> rounded(step.at("/stepRate/value"))))
                .as("%s, step rates", what)
                .isEqualTo(numbers(answer.get("step_conversion"), DataSetIT::rounded));
        softly.assertThat(steps(result, step -> rounded(step.at("/overallRate/value"))))
                .as("%s, overall rates", what)
                .isEqualTo(numbers(answer.get("overall_conversion"), DataSetIT::rounded));
    }

    private static void compareTimes(
            SoftAssertions softly, String name, JsonNode result, List<String> stages, JsonNode answer) {
        JsonNode byStage = answer.get("seconds_from_previous_stage");
        for (int stage = 1; stage < stages.size(); stage++) {
            boolean once = stages.indexOf(stages.get(stage)) == stage && stages.lastIndexOf(stages.get(stage)) == stage;
            if (once) {
                compareTime(
                        softly,
                        name + " to " + stages.get(stage),
                        result.at("/steps/" + stage),
                        "FromPrevious",
                        byStage.get(stages.get(stage)));
            }
        }
        compareTime(
                softly,
                name + " from first to last",
                result.at("/steps/" + (stages.size() - 1)),
                "FromStart",
                answer.get("seconds_first_to_last_stage"));
    }

    private static void compareTime(SoftAssertions softly, String what, JsonNode step, String way, JsonNode answer) {
        JsonNode time = step.get("time" + way);
        for (String end : List.of("min", "max")) {
            if (answer.has(end)) {
                softly.assertThat(step.at("/distribution" + way + "/" + end + "/value")
                                .asDouble())
                        .as("%s, %s", what, end)
                        .isCloseTo(answer.get(end).asDouble(), within(0.001));
            }
        }
        softly.assertThat(time.get("sampleSize").asInt())
                .as("%s, how many", what)
                .isEqualTo(answer.get("n").asInt());
        for (String statistic : List.of("mean", "median", "p90")) {
            if (answer.has(statistic)) {
                softly.assertThat(time.at("/" + statistic + "/value").asDouble())
                        .as("%s, %s", what, statistic)
                        .isCloseTo(answer.get(statistic).asDouble(), within(0.001));
            }
        }
    }

    private static <T> List<T> steps(JsonNode result, Function<JsonNode, T> value) {
        return StreamSupport.stream(result.get("steps").spliterator(), false)
                .map(value)
                .toList();
    }

    private static <T> List<T> numbers(JsonNode array, Function<JsonNode, T> value) {
        return StreamSupport.stream(array.spliterator(), false).map(value).toList();
    }

    private static String rounded(JsonNode number) {
        return number.isNull() ? "none" : "%.9f".formatted(number.asDouble());
    }
}
