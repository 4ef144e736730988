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
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Marketing leads and the deals that some of them became, with answers that were computed elsewhere. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class LeadsIT {
    private static final String TENANT = "leads";
    private static final double SECONDS_OF_A_DAY = 86_400;
    private static final String PERIOD = "period: { from: \"2017-01-01\", to: \"2019-01-01\", timeZone: \"UTC\" }";

    @Inject
    FeedForTests feed;

    @Test
    void countsLeadsAndDealsAsTheyWereCounted() throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        List<Map<String, Object>> customers = new ArrayList<>();
        each("olist_funnel/leads.csv", cells -> {
            rows.add(Api.event("lead-" + cells[0], cells[0], "lead", cells[1] + "T00:00:00Z"));
            Map<String, Object> dimensions = new LinkedHashMap<>();
            dimensions.put("campaign", cells[2]);
            if (cells.length > 3) {
                dimensions.put("source", cells[3]);
            }
            customers.add(Facts.customer(TENANT, cells[0], dimensions));
        });
        each(
                "olist_funnel/closed_deals.csv",
                cells -> rows.add(Api.event("deal-" + cells[0], cells[0], "deal", cells[4].replace(' ', 'T') + "Z")));
        feed.tell(TENANT, "customer.changed", customers);
        Api.ingest(TENANT, rows);
        Api.define(TENANT, "f", List.of("lead", "deal"), Map.of());
        JsonNode answers = SharedData.answers("olist_funnel");

        JsonNode found = Api.as(TENANT, "executive")
                .data("{ funnel(key: \"f\") { " + "whole: result(" + PERIOD
                        + ") { entered converted overall { value } steps { timeFromStart { mean { value } median { value } p90 { value } } "
                        + "distributionFromStart { min: percentile(share: 0) { value } max: percentile(share: 1) { value } } } } "
                        + "origins: groups(by: SOURCE, " + PERIOD
                        + ") { key result { entered converted overall { value } } } "
                        + "pages: groups(by: CAMPAIGN, " + PERIOD
                        + ") { label result { entered converted overall { value } } } "
                        + "months: trend(granularity: MONTH, " + PERIOD
                        + ") { from result { entered converted overall { value } } } "
                        + "young: trend(granularity: MONTH, " + PERIOD
                        + ", options: { window: \"P30D\" }) { from result { converted } } } }")
                .get("funnel");

        compareWhole(found.get("whole"), answers);
        SoftAssertions softly = new SoftAssertions();
        answers.get("within").fields().forEachRemaining(within -> {
            JsonNode result = Api.as(TENANT, "executive")
                    .data("{ funnel(key: \"f\") { result(" + PERIOD + ", options: { window: \"P"
                            + within.getKey().toUpperCase(java.util.Locale.ROOT)
                            + "\" }) { converted overall { value } } } }")
                    .at("/funnel/result");
            softly.assertThat(result.get("converted").asInt())
                    .as(within.getKey())
                    .isEqualTo(within.getValue().get("deals_0_to_w").asInt());
            softly.assertThat(result.at("/overall/value").asDouble())
                    .as(within.getKey())
                    .isCloseTo(within.getValue().get("rate").asDouble(), within(1e-12));
        });
        compare(softly, by(found.get("origins"), "key"), answers.get("by_origin"), "(blank)", "");
        compare(softly, by(found.get("pages"), "label"), answers.get("top10_landing_pages"), "", "");
        compare(softly, months(found.get("months")), answers.get("by_first_contact_month"), "", "");
        Map<String, JsonNode> young = months(found.get("young"));
        answers.get("by_first_contact_month").fields().forEachRemaining(month -> softly.assertThat(
                        of(young, month.getKey()).get("converted").asInt())
                .as("%s within 30 days", month.getKey())
                .isEqualTo(month.getValue().get("deals_within_30d").asInt()));
        softly.assertAll();
    }

    private static void compareWhole(JsonNode whole, JsonNode answers) {
        assertThat(whole.get("entered").asInt()).isEqualTo(answers.get("leads").asInt());
        assertThat(whole.get("converted").asInt())
                .isEqualTo(answers.get("deals").asInt());
        assertThat(whole.at("/overall/value").asDouble())
                .isCloseTo(answers.get("conversion").asDouble(), within(1e-12));
        JsonNode days = answers.get("days_to_win_all_deals");
        JsonNode step = whole.at("/steps/1");
        for (String statistic : List.of("mean", "median", "p90")) {
            assertThat(step.at("/timeFromStart/" + statistic + "/value").asDouble() / SECONDS_OF_A_DAY)
                    .as(statistic)
                    .isCloseTo(days.get(statistic).asDouble(), within(1e-9));
        }
        for (String end : List.of("min", "max")) {
            assertThat(step.at("/distributionFromStart/" + end + "/value").asDouble() / SECONDS_OF_A_DAY)
                    .as(end)
                    .isCloseTo(days.get(end).asDouble(), within(1e-9));
        }
    }

    private static void compare(
            SoftAssertions softly, Map<String, JsonNode> found, JsonNode answers, String told, String meant) {
        answers.fields().forEachRemaining(answer -> {
            JsonNode result = of(found, answer.getKey().equals(told) ? meant : answer.getKey());
            softly.assertThat(result.get("entered").asInt())
                    .as(answer.getKey())
                    .isEqualTo(answer.getValue().get("leads").asInt());
            softly.assertThat(result.get("converted").asInt())
                    .as(answer.getKey())
                    .isEqualTo(answer.getValue().get("deals").asInt());
            softly.assertThat(result.at("/overall/value").asDouble())
                    .as(answer.getKey())
                    .isCloseTo(answer.getValue().get("conversion").asDouble(), within(1e-12));
        });
    }

    private static JsonNode of(Map<String, JsonNode> found, String name) {
        return Objects.requireNonNull(found.get(name), name);
    }

    private static Map<String, JsonNode> by(JsonNode groups, String name) {
        Map<String, JsonNode> by = new LinkedHashMap<>();
        groups.forEach(group -> by.put(group.get(name).asText(), group.get("result")));
        return by;
    }

    private static Map<String, JsonNode> months(JsonNode points) {
        Map<String, JsonNode> months = new LinkedHashMap<>();
        StreamSupport.stream(points.spliterator(), false)
                .forEach(point -> months.put(point.get("from").asText().substring(0, 7), point.get("result")));
        return months;
    }

    private static void each(String file, java.util.function.Consumer<String[]> row) throws IOException {
        try (Stream<String> lines = Files.lines(SharedData.file(file))) {
            lines.skip(1).map(line -> line.split(",")).forEach(row);
        }
    }
}
