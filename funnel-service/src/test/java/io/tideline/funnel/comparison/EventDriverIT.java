package io.tideline.funnel.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.funnel.Facts;
import io.tideline.funnel.FeedForTests;
import io.tideline.test.ServiceTestResource;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens on the way and goes together with converting. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class EventDriverIT {
    private static final String DRIVERS =
            """
            { funnel(key: "f") { eventDrivers(period: { from: "2026-06-01", to: "2026-07-01" }, options: { asOf: "2026-06-20T00:00:00Z" }) {
              kind name entered converted oddsRatio { value sampleSize } phi { value } } } }
            """;

    @Inject
    FeedForTests feed;

    /** 1500 entries, of whom the first 300 convert: 29 of them are too few by 2 %, 30 are not. */
    @Test
    void listsWhatAtLeast2PercentMet() {
        String tenant = "met";
        List<Map<String, String>> rows = new ArrayList<>();
        happen(rows, "A", "01", 0, 1500);
        happen(rows, "demo", "02", 240, 380);
        happen(rows, "seldom", "02", 0, 29);
        happen(rows, "often", "02", 1000, 1030);
        happen(rows, "B", "05", 0, 300);
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "B"), Map.of("window", "P7D"));

        JsonNode drivers = drivers(tenant);

        assertThat(drivers.findValuesAsText("name")).containsExactly("demo", "often");
        JsonNode demo = drivers.get(0);
        assertThat(demo.get("kind").asText()).isEqualTo("EVENT");
        assertThat(demo.get("entered").asInt()).isEqualTo(140);
        assertThat(demo.get("converted").asInt()).isEqualTo(60);
        assertThat(demo.at("/oddsRatio/value").asDouble()).isCloseTo(60.5 * 1120.5 / (80.5 * 240.5), within(1e-12));
        assertThat(demo.at("/oddsRatio/sampleSize").asInt()).isEqualTo(1500);
        assertThat(demo.at("/phi/value").asDouble())
                .isCloseTo((60.0 * 1120 - 80.0 * 240) / Math.sqrt(140.0 * 1360 * 300 * 1200), within(1e-12));
        assertThat(drivers.at("/1/oddsRatio/value").asDouble()).isCloseTo(0.5 * 1170.5 / (30.5 * 300.5), within(1e-12));
        assertThat(drivers.at("/1/phi/value").asDouble()).isNegative();
    }

    /** Of 40 entries each thing happens to 25 or 24; what came before the entry, with or after the conversion, or after the window is not on the way. */
    @Test
    void takesOnlyWhatHappenedOnTheWay() {
        String tenant = "on-the-way";
        List<Map<String, String>> rows = new ArrayList<>();
        happen(rows, "before", "01", 0, 30);
        happen(rows, "A", "02", 0, 40);
        happen(rows, "few", "03", 0, 24);
        happen(rows, "enough", "03", 0, 25);
        happen(rows, "again", "03", 0, 20);
        happen(rows, "again", "04", 0, 30);
        happen(rows, "B", "05", 0, 10);
        happen(rows, "with", "05", 0, 10);
        happen(rows, "after", "06", 0, 10);
        happen(rows, "late", "09", 0, 40);
        happen(rows, "later", "10", 0, 40);
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "B"), Map.of("window", "P7D"));
        List<Map<String, Object>> tags = new ArrayList<>();
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int at = 0; at < 26; at++) {
            tags.add(Facts.tag(tenant, "c" + at, "vip", "2026-06-03T00:00:00Z", null));
            orders.add(Facts.order(tenant, "o" + at, "c" + at, "2026-06-04T00:00:00Z"));
        }
        feed.tell(tenant, "tag.interval", tags);
        feed.tell(tenant, "order.recorded", orders);

        JsonNode drivers = drivers(tenant);

        assertThat(counts(drivers))
                .containsExactlyInAnyOrder(
                        "EVENT enough 25 10",
                        "EVENT again 30 10",
                        "EVENT late 30 0",
                        "TAG vip 26 10",
                        "ORDER order 26 10");
    }

    @Test
    void leavesOutOrdersWhereTheyAreAStage() {
        String tenant = "orders-are-stages";
        List<Map<String, String>> rows = new ArrayList<>();
        happen(rows, "A", "01", 0, 30);
        Api.ingest(tenant, rows);
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int at = 0; at < 30; at++) {
            orders.add(Facts.order(tenant, "first" + at, "c" + at, "2026-06-02T00:00:00Z"));
            orders.add(Facts.order(tenant, "second" + at, "c" + at, "2026-06-03T00:00:00Z"));
        }
        feed.tell(tenant, "order.recorded", orders);
        Api.define(
                tenant,
                "f",
                List.of(
                        Map.of("key", "a", "title", "A", "match", Map.of("event", "A")),
                        Map.of("key", "again", "title", "Again", "match", Map.of("order", "REPEAT"))),
                Map.of(),
                "operations");

        assertThat(drivers(tenant)).isEmpty();
    }

    private static JsonNode drivers(String tenant) {
        return Api.as(tenant, "executive").data(DRIVERS).at("/funnel/eventDrivers");
    }

    private static List<String> counts(JsonNode drivers) {
        List<String> counts = new ArrayList<>();
        drivers.forEach(driver -> counts.add(driver.get("kind").asText() + " "
                + driver.get("name").asText() + " " + driver.get("entered").asInt() + " "
                + driver.get("converted").asInt()));
        return counts;
    }

    private static void happen(List<Map<String, String>> rows, String name, String day, int from, int to) {
        for (int at = from; at < to; at++) {
            rows.add(Api.event(name + day + at, "c" + at, name, "2026-06-" + day + "T00:00:00Z"));
        }
    }
}
