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
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

    private static final String BLANK = "(blank)";

    private final Figures answers = Figures.of("olist_funnel");

    @Inject
    FeedForTests feed;

    @Test
    void countsLeadsAndDealsAsTheyWereCounted() throws IOException {
        load();
        Api.define(TENANT, "f", List.of("lead", "deal"), Map.of());
        Api.define(TENANT, "days", List.of("lead", "day of deal"), Map.of());

        JsonNode found = Api.as(TENANT, "executive")
                .data("{ funnel(key: \"f\") { " + "whole: result(" + PERIOD
                        + ") { entered converted overall { value } steps { timeFromStart { sampleSize mean { value } median { value } p90 { value } } "
                        + "distributionFromStart { min: percentile(share: 0) { value } max: percentile(share: 1) { value } } } } "
                        + "mixed: result(" + PERIOD + ", options: { order: ANY_ORDER }) { converted } "
                        + "origins: groups(by: SOURCE, " + PERIOD
                        + ") { key result { entered converted overall { value } } } "
                        + "pages: groups(by: CAMPAIGN, " + PERIOD
                        + ") { label result { entered converted overall { value } } } "
                        + "months: trend(granularity: MONTH, " + PERIOD
                        + ") { from result { entered converted overall { value } } } "
                        + "young: trend(granularity: MONTH, " + PERIOD
                        + ", options: { window: \"P30D\" }) { from result { converted } } } "
                        + "days: funnel(key: \"days\") { result(" + PERIOD
                        + ") { steps { timeFromStart { mean { value } } } } } }");

        JsonNode whole = found.at("/funnel/whole");
        compareWhole(whole);
        compareDeals(
                whole.get("converted").asInt(),
                found.at("/funnel/mixed/converted").asInt());
        assertThat(found.at("/days/result/steps/1/timeFromStart/mean/value").asDouble() / SECONDS_OF_A_DAY)
                .isCloseTo(answers.get("days_to_win_whole_calendar_days_mean").asDouble(), within(1e-9));
        SoftAssertions softly = new SoftAssertions();
        compareWithin(softly);
        compare(softly, by(found.at("/funnel/origins"), "key"), answers.get("by_origin"));
        compare(softly, by(found.at("/funnel/pages"), "label"), answers.get("top10_landing_pages"));
        Figures firstContacts = answers.get("by_first_contact_month");
        compare(softly, months(found.at("/funnel/months")), firstContacts);
        Map<String, JsonNode> young = months(found.at("/funnel/young"));
        firstContacts.parts().forEach((month, expected) -> softly.assertThat(
                        of(young, month).get("converted").asInt())
                .as("%s within 30 days", month)
                .isEqualTo(expected.get("deals_within_30d").asInt()));
        softly.assertAll();
        answers.assertAllMet();
    }

    private void load() throws IOException {
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
        each("olist_funnel/closed_deals.csv", cells -> {
            Map<String, String> deal =
                    new HashMap<>(Api.event("deal-" + cells[0], cells[0], "deal", cells[4].replace(' ', 'T') + "Z"));
            deal.put("rep", cells[3]);
            deal.put("segment", cells[5]);
            deal.put("declared", cells[cells.length - 1]);
            if (!cells[6].isEmpty()) {
                deal.put("type", cells[6]);
            }
            rows.add(deal);
            rows.add(Api.event("day-" + cells[0], cells[0], "day of deal", cells[4].substring(0, 10) + "T00:00:00Z"));
        });
        feed.tell(TENANT, "customer.changed", customers);
        Api.ingest(TENANT, rows);
    }

    private void compareWhole(JsonNode whole) {
        assertThat(whole.get("entered").asInt()).isEqualTo(answers.get("leads").asInt());
        assertThat(whole.get("converted").asInt())
                .isEqualTo(answers.get("deals").asInt());
        assertThat(whole.at("/overall/value").asDouble())
                .isCloseTo(answers.get("conversion").asDouble(), within(1e-12));
        JsonNode step = whole.at("/steps/1");
        for (String reading : List.of("days_to_win_all_deals", "days_to_win_non_negative_only")) {
            Figures days = answers.get(reading);
            assertThat(step.at("/timeFromStart/sampleSize").asInt())
                    .as(reading)
                    .isEqualTo(days.get("n").asInt());
            for (String statistic : List.of("mean", "median", "p90")) {
                assertThat(step.at("/timeFromStart/" + statistic + "/value").asDouble() / SECONDS_OF_A_DAY)
                        .as("%s, %s", reading, statistic)
                        .isCloseTo(days.get(statistic).asDouble(), within(1e-9));
            }
            for (String end : List.of("min", "max")) {
                assertThat(step.at("/distributionFromStart/" + end + "/value").asDouble() / SECONDS_OF_A_DAY)
                        .as("%s, %s", reading, end)
                        .isCloseTo(days.get(end).asDouble(), within(1e-9));
            }
        }
    }

    /**
     * Deals by themselves, and what was told of each.
     *
     * @param converted leads that had a deal afterwards
     * @param mixed leads that had a deal at any time
     */
    private void compareDeals(int converted, int mixed) {
        Counts counts = new Counts(TENANT, List.of("deal"));
        int deals = counts.customers().getOrDefault("deal", 0);
        assertThat(deals - mixed).isEqualTo(answers.get("deals_without_lead").asInt());
        assertThat(mixed - converted)
                .isEqualTo(answers.get("deals_won_before_first_contact").asInt());
        JsonNode points = Api.as(TENANT, "executive")
                .data("{ funnel(key: \"" + Counts.key("deal") + "\") { trend(granularity: MONTH, " + PERIOD
                        + ") { from result { entered } } } }")
                .at("/funnel/trend");
        Map<String, Integer> won = new LinkedHashMap<>();
        months(points)
                .forEach((month, result) -> won.put(month, result.get("entered").asInt()));
        won.values().removeIf(count -> count == 0);
        assertThat(won).isEqualTo(answers.get("deals_by_won_month").counts());
        assertThat(counts.by("segment", "deal", Counts.EACH))
                .isEqualTo(answers.get("deals_by_business_segment").counts());
        assertThat(told(counts.by("type", "deal", Counts.EACH)))
                .isEqualTo(answers.get("deals_by_lead_type").counts());
        Map<String, Integer> declared = counts.by("declared", "deal", Counts.EACH);
        assertThat(declared.entrySet().stream()
                        .mapToDouble(each -> Double.parseDouble(each.getKey()) * each.getValue())
                        .sum())
                .isEqualTo(answers.get("declared_monthly_revenue_sum").asDouble());
        declared.keySet().removeIf(amount -> Double.parseDouble(amount) == 0);
        assertThat(Counts.sum(declared))
                .isEqualTo(
                        answers.get("deals_with_declared_monthly_revenue_gt_0").asInt());
        Map<String, Integer> reps = counts.by("rep", "deal", Counts.EACH);
        assertThat(reps).hasSize(answers.get("distinct_sales_reps").asInt());
        Figures top = answers.get("top_rep");
        assertThat(Collections.max(reps.entrySet(), Map.Entry.comparingByValue()))
                .isEqualTo(Map.entry(top.get(0).asText(), top.get(1).asInt()));
    }

    private void compareWithin(SoftAssertions softly) {
        answers.get("within").parts().forEach((days, expected) -> {
            JsonNode result = Api.as(TENANT, "executive")
                    .data("{ funnel(key: \"f\") { result(" + PERIOD + ", options: { window: \"P"
                            + days.toUpperCase(Locale.ROOT) + "\" }) { converted overall { value } } } }")
                    .at("/funnel/result");
            softly.assertThat(result.get("converted").asInt())
                    .as(days)
                    .isEqualTo(expected.get("deals_0_to_w").asInt());
            softly.assertThat(result.at("/overall/value").asDouble())
                    .as(days)
                    .isCloseTo(expected.get("rate").asDouble(), within(1e-12));
        });
    }

    private static void compare(SoftAssertions softly, Map<String, JsonNode> found, Figures answers) {
        answers.parts().forEach((name, expected) -> {
            JsonNode result = of(found, name);
            softly.assertThat(result.get("entered").asInt())
                    .as(name)
                    .isEqualTo(expected.get("leads").asInt());
            softly.assertThat(result.get("converted").asInt())
                    .as(name)
                    .isEqualTo(expected.get("deals").asInt());
            softly.assertThat(result.at("/overall/value").asDouble())
                    .as(name)
                    .isCloseTo(expected.get("conversion").asDouble(), within(1e-12));
        });
    }

    /** The answers write out that nothing was told. */
    private static Map<String, Integer> told(Map<String, Integer> counts) {
        Map<String, Integer> told = new LinkedHashMap<>(counts);
        Integer silent = told.remove("");
        if (silent != null) {
            told.put(BLANK, silent);
        }
        return told;
    }

    private static JsonNode of(Map<String, JsonNode> found, String name) {
        return Objects.requireNonNull(found.get(name), name);
    }

    private static Map<String, JsonNode> by(JsonNode groups, String name) {
        Map<String, JsonNode> by = new LinkedHashMap<>();
        groups.forEach(group -> by.put(
                group.get(name).asText().isEmpty() ? BLANK : group.get(name).asText(), group.get("result")));
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
