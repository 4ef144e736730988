package io.tideline.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.test.Figures;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A shop's visits and the advertisements they came from, with answers that were computed elsewhere. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class ShopIT {
    private static final String TENANT = "storefront";
    private static final String OF_RETURNS =
            "Money, orders and ads are the return service's: its StorefrontIT compares them.";
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry(
                    "sessions_30min_gap",
                    "Visits are not divided into sessions: no metric of the catalogue counts them."),
            Map.entry("orders_with_detail", OF_RETURNS),
            Map.entry("revenue", OF_RETURNS),
            Map.entry("discounts", OF_RETURNS),
            Map.entry("by_country", OF_RETURNS),
            Map.entry("orders_by_first_touch", OF_RETURNS),
            Map.entry("orders_by_last_touch", OF_RETURNS),
            Map.entry("ads_by_campaign", OF_RETURNS),
            Map.entry("ads_rows", OF_RETURNS),
            Map.entry("ads_rows_blank_impressions", OF_RETURNS));
    private static final String NO_CAMPAIGN = "(none)";

    private final Figures answers = Figures.of("storefront");

    @Test
    void countsTheShopsFunnelsAsTheyWereCounted() throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        each(
                "events.csv",
                cells -> rows.add(Api.event(cells[2], cells[0], cells[1], cells[3].replace(' ', 'T') + "Z")));
        JsonNode stored = Api.ingest(TENANT, rows);
        JsonNode again = Api.ingest(TENANT, rows);
        compareRows(stored, rows);
        assertThat(again.get("accepted").asInt()).isZero();
        Map<String, Integer> raw = answers.get("events_by_type_raw").counts();
        Counts counts = new Counts(TENANT, List.copyOf(raw.keySet()));
        Map<String, Integer> happened = new HashMap<>(counts.events());
        assertThat(happened).isEqualTo(answers.get("events_by_type_after_dedup").counts());
        stored.get("rows").forEach(row -> {
            if (row.get("status").asText().equals("DUPLICATE")) {
                happened.merge(rows.get(row.get("row").asInt()).getOrDefault("name", ""), 1, Integer::sum);
            }
        });
        assertThat(happened).isEqualTo(raw);

        int anybody = counts.anybody();
        Map<String, Integer> customers = counts.customers();
        assertThat(anybody).isEqualTo(answers.get("users").asInt());
        for (String name : List.of("funnel_browse_to_order", "funnel_view_to_order", "funnel_popup")) {
            FunnelFigures.compare(TENANT, name, answers.get(name), customers, anybody);
        }
        compareTouches(rows);
        countsCustomersOnEachDayThatTheyEnterOn(rows, anybody);
        answers.leaveOut(ELSEWHERE);
        answers.assertAllMet();
    }

    private void compareRows(JsonNode stored, List<Map<String, String>> rows) {
        int different = answers.get("distinct_event_ids").asInt();
        assertThat(rows).hasSize(answers.get("event_rows").asInt());
        assertThat(stored.get("accepted").asInt()).isEqualTo(different);
        assertThat(stored.get("duplicates").asInt()).isEqualTo(rows.size() - different);
    }

    /** A touch is the page a visit began with, of whom the first event of its id is of. */
    private void compareTouches(List<Map<String, String>> rows) throws IOException {
        Map<String, String> customers = new HashMap<>();
        rows.forEach(row -> customers.putIfAbsent(row.get("id"), row.get("customer")));
        List<Map<String, String>> touches = new ArrayList<>();
        each(
                "first_pages.csv",
                cells -> touches.add(Map.of(
                        "id",
                        "touch-" + cells[0],
                        "customer",
                        customers.getOrDefault(cells[0], ""),
                        "name",
                        "touch",
                        "at",
                        cells[1].replace(' ', 'T') + "Z",
                        "channel",
                        channel(cells[2]))));
        JsonNode stored = Api.ingest(TENANT, touches);
        Counts counts = new Counts(TENANT, List.of("touch"));

        int each = answers.get("touches").asInt();
        assertThat(stored.get("accepted").asInt()).isEqualTo(each);
        assertThat(counts.events()).containsEntry("touch", each);
        assertThat(counts.customers())
                .containsEntry("touch", answers.get("users_with_a_touch").asInt());
        assertThat(counts.by("channel", "touch", "reentry: FIRST_ENTRY"))
                .isEqualTo(answers.get("first_touch_users").counts());
    }

    /** A customer counts once in a period, and once on each of its days: the days do not add up to it. */
    private static void countsCustomersOnEachDayThatTheyEnterOn(List<Map<String, String>> rows, int customers) {
        Set<String> ids = new HashSet<>();
        long byHand = rows.stream()
                .filter(row -> ids.add(row.get("id")) && "Page".equals(row.get("name")))
                .map(row -> row.get("customer") + row.getOrDefault("at", "").substring(0, 10))
                .distinct()
                .count();
        String days =
                " trend(granularity: DAY, period: { from: \"%s-10-01\", to: \"%s-10-01\", timeZone: \"UTC\" }) { result { entered } }";
        JsonNode found = Api.as(TENANT, "executive")
                .data("{ funnel(key: \"%s\") { earlier:%s later:%s } }"
                        .formatted(Counts.key("Page"), days.formatted(2022, 2023), days.formatted(2023, 2024)));

        assertThat(found.findValues("entered").stream()
                        .mapToLong(JsonNode::asLong)
                        .sum())
                .isEqualTo(byHand)
                .isEqualTo(649)
                .isGreaterThan(customers);
    }

    private static String channel(String url) {
        return parameter(url, "utm_source") + " / " + parameter(url, "utm_medium");
    }

    private static String parameter(String url, String name) {
        Matcher found = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(url);
        return found.find() ? found.group(1).toLowerCase(Locale.ROOT) : NO_CAMPAIGN;
    }

    private static void each(String file, Consumer<String[]> row) throws IOException {
        try (Stream<String> lines = Files.lines(SharedData.file("storefront/" + file))) {
            lines.skip(1).map(line -> line.split(",")).forEach(row);
        }
    }
}
