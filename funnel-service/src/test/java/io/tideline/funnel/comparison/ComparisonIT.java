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

/** Funnels beside one another: periods, accounts, traits and months. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class ComparisonIT {
    private static final List<String> NAMES = List.of("A", "B", "C");

    @Inject
    FeedForTests feed;

    @Test
    void comparesWithTheDaysBefore() {
        String tenant = "before";
        List<Map<String, String>> rows = new ArrayList<>();
        enter(rows, "may", "2026-05-20", 200, 200, 30);
        enter(rows, "june", "2026-06-20", 100, 100, 28);
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "B", "C"), Map.of("window", "P7D"));

        JsonNode compared = Api.as(tenant, "executive")
                .data(
                        """
                        { funnel(key: "f") {
                          whole: comparison(period: { from: "2026-06-01", to: "2026-07-01" }, options: { asOf: "2026-07-01T00:00:00Z" }) {
                            previousFrom previousTo mature current { entered converted } previous { entered converted }
                            overall { difference { value definition { variant } } z p q significant } matured { p }
                            steps { stage { key } test { p q } } }
                          young: comparison(period: { from: "2026-06-20", to: "2026-06-21" }, previous: { from: "2026-05-20", to: "2026-05-21" },
                              options: { asOf: "2026-06-22T00:00:00Z" }) { mature matured { reason p } }
                          empty: comparison(period: { from: "2026-06-01", to: "2026-06-02" }) { overall { difference { value reason } reason } } } }
                        """)
                .get("funnel");

        assertThat(compared.at("/whole/previousFrom").asText()).isEqualTo("2026-05-02");
        assertThat(compared.at("/whole/previousTo").asText()).isEqualTo("2026-06-01");
        assertThat(compared.at("/whole/mature").asBoolean()).isTrue();
        assertThat(compared.at("/whole/previous")).isEqualTo(Api.json("{\"entered\":200,\"converted\":30}"));
        assertThat(compared.at("/whole/overall/difference/value").asDouble()).isCloseTo(0.13, within(1e-12));
        assertThat(compared.at("/whole/overall/z").asDouble()).isCloseTo(2.687802, within(1e-6));
        assertThat(compared.at("/whole/overall/p").asDouble()).isCloseTo(0.007192, within(1e-6));
        assertThat(compared.at("/whole/overall/significant").asBoolean()).isTrue();
        assertThat(compared.at("/whole/matured/p").asDouble())
                .isEqualTo(compared.at("/whole/overall/p").asDouble());
        assertThat(compared.at("/whole/steps")).hasSize(2);
        assertThat(compared.at("/whole/steps/1/test/q").asDouble()).isCloseTo(0.014385, within(1e-6));
        assertThat(compared.at("/young"))
                .isEqualTo(Api.json("{\"mature\":false,\"matured\":{\"reason\":\"TOO_FEW\",\"p\":null}}"));
        assertThat(compared.at("/empty/overall"))
                .isEqualTo(Api.json(
                        "{\"difference\":{\"value\":null,\"reason\":\"NO_DENOMINATOR\"},\"reason\":\"TOO_FEW\"}"));
    }

    @Test
    void findsWhereAnAccountLosesMost() {
        String tenant = "accounts";
        List<Map<String, String>> rows = new ArrayList<>();
        enter(rows, "id", "2026-06-01", 100, 90, 9);
        enter(rows, "sg", "2026-06-01", 100, 60, 30);
        enter(rows, "my", "2026-06-01", 100, 60, 30);
        List<Map<String, Object>> customers = new ArrayList<>();
        for (String account : List.of("id", "sg", "my")) {
            for (int at = 0; at < 100; at++) {
                customers.add(Facts.customer(tenant, account + at, Map.of("market", account)));
            }
        }
        feed.tell(tenant, "customer.changed", customers);
        Api.ingest(tenant, rows);
        Api.define(
                tenant,
                "f",
                List.of(stage("A", "reach"), stage("B", "ice break"), stage("C", "inquiry")),
                Map.of(),
                "operations");

        JsonNode gaps = Api.as(tenant, "executive")
                .data(
                        """
                        { funnel(key: "f") { gaps(by: MARKET, period: { from: "2026-06-01", to: "2026-07-01" }) {
                          key from { title } to { title } stepRate { value } restRate { value } customers { value } test { significant q } finding } } }
                        """)
                .at("/funnel/gaps");

        assertThat(gaps.findValuesAsText("key")).hasSize(3).startsWith("id");
        JsonNode widest = gaps.get(0);
        assertThat(widest.at("/to/title").asText()).isEqualTo("inquiry");
        assertThat(widest.at("/stepRate/value").asDouble()).isEqualTo(0.1);
        assertThat(widest.at("/restRate/value").asDouble()).isEqualTo(0.5);
        assertThat(widest.at("/customers/value").asDouble()).isCloseTo(-36, within(1e-9));
        assertThat(widest.at("/test/significant").asBoolean()).isTrue();
        assertThat(widest.get("finding").asText())
                .isEqualTo("id: fewer go on from ice break to inquiry than elsewhere (10.0 % against 50.0 %). "
                        + "Look at what happens after ice break.");
    }

    @Test
    void listsTraitsThatGoTogetherWithConverting() {
        String tenant = "drivers";
        List<Map<String, String>> rows = new ArrayList<>();
        List<Map<String, Object>> customers = new ArrayList<>();
        trait(tenant, rows, customers, "good", 100, 60);
        trait(tenant, rows, customers, "bad", 200, 40);
        trait(tenant, rows, customers, "rare", 24, 24);
        feed.tell(tenant, "customer.changed", customers);
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "C"), Map.of());

        JsonNode drivers = Api.as(tenant, "executive")
                .data(
                        """
                        { funnel(key: "f") { drivers(period: { from: "2026-06-01", to: "2026-07-01" }) {
                          dimension key entered converted oddsRatio { value } phi { value } } } }
                        """)
                .at("/funnel/drivers");

        assertThat(drivers).hasSize(2);
        JsonNode bad = drivers.get(0);
        assertThat(bad.get("key").asText()).isEqualTo("bad");
        assertThat(bad.get("dimension").asText()).isEqualTo("SOURCE");
        assertThat(bad.at("/oddsRatio/value").asDouble()).isCloseTo(40.5 * 40.5 / (160.5 * 84.5), within(1e-12));
        assertThat(bad.at("/phi/value").asDouble())
                .isCloseTo((40.0 * 40 - 160.0 * 84) / Math.sqrt(200.0 * 124 * 124 * 200), within(1e-12));
        assertThat(drivers.at("/1/phi/value").asDouble()).isPositive();
    }

    @Test
    void mapsStagesMarketsAndMonths() {
        String tenant = "heat";
        List<Map<String, String>> rows = new ArrayList<>();
        List<Map<String, Object>> customers = new ArrayList<>();
        enter(rows, "de", "2026-05-10", 4, 3, 1);
        enter(rows, "fr", "2026-06-10", 2, 1, 1);
        for (String market : List.of("de", "fr")) {
            for (int at = 0; at < 4; at++) {
                customers.add(Facts.customer(tenant, market + at, Map.of("market", market)));
            }
        }
        feed.tell(tenant, "customer.changed", customers);
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "B", "C"), Map.of());

        JsonNode cells = Api.as(tenant, "executive")
                .data(
                        """
                        { funnel(key: "f") { heatMap(period: { from: "2026-05-01", to: "2026-07-01" }) {
                          stage { key } key from to count stepRate { value } overallRate { value } } } }
                        """)
                .at("/funnel/heatMap");

        assertThat(cells).hasSize(6);
        assertThat(cells.get(1))
                .isEqualTo(Api.json(
                        "{\"stage\":{\"key\":\"s1\"},\"key\":\"de\",\"from\":\"2026-05-01\",\"to\":\"2026-06-01\","
                                + "\"count\":3,\"stepRate\":{\"value\":0.75},\"overallRate\":{\"value\":0.75}}"));
        assertThat(cells.get(5))
                .isEqualTo(Api.json(
                        "{\"stage\":{\"key\":\"s2\"},\"key\":\"fr\",\"from\":\"2026-06-01\",\"to\":\"2026-07-01\","
                                + "\"count\":1,\"stepRate\":{\"value\":1.0},\"overallRate\":{\"value\":0.5}}"));
    }

    private static Map<String, Object> stage(String event, String title) {
        return Map.of("key", event, "title", title, "match", Map.of("event", event));
    }

    /** Customers of whom the first few went on. */
    private static void enter(List<Map<String, String>> rows, String prefix, String day, int... reached) {
        for (int stage = 0; stage < reached.length; stage++) {
            for (int at = 0; at < reached[stage]; at++) {
                rows.add(Api.event(
                        prefix + stage + "-" + at, prefix + at, NAMES.get(stage), day + "T0" + stage + ":00:00Z"));
            }
        }
    }

    private static void trait(
            String tenant,
            List<Map<String, String>> rows,
            List<Map<String, Object>> customers,
            String source,
            int entered,
            int converted) {
        enter(rows, source, "2026-06-02", entered, 0, converted);
        for (int at = 0; at < entered; at++) {
            customers.add(Facts.customer(tenant, source + at, Map.of("source", source)));
        }
    }
}
