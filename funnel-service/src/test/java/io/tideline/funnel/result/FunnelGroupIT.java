package io.tideline.funnel.result;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Groups beside one another, and whether they differ by more than chance. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class FunnelGroupIT {
    private static final Instant NOW = Instant.parse("2026-06-20T00:00:00Z");
    private static final String PERIOD = "period: { from: \"2026-01-01\", to: \"2027-01-01\" }";

    @Inject
    FeedForTests feed;

    /** FN-12. */
    @Test
    void groupsByMarketWithIntervals() {
        String tenant = "markets";
        List<Map<String, String>> rows = new ArrayList<>();
        List<Map<String, Object>> customers = new ArrayList<>();
        fill(tenant, rows, customers, "de", 200, 30);
        fill(tenant, rows, customers, "fr", 1000, 90);
        feed.tell(tenant, "customer.changed", customers);
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "B"), Map.of());

        JsonNode groups = Api.as(tenant, "executive")
                .data(
                        "{ funnel(key: \"f\") { groups(by: MARKET, " + PERIOD
                                + ") { key label result { entered converted "
                                + "overall { value interval { low high method } } } "
                                + "test { difference { value interval { low high method } definition { variant } } z p q significant reason } } } }")
                .at("/funnel/groups");

        assertThat(groups.size()).isEqualTo(2);
        assertThat(groups.at("/0/key").asText()).isEqualTo("de");
        assertThat(groups.at("/0/result/overall/value").asDouble()).isEqualTo(0.15);
        assertThat(groups.at("/0/result/overall/interval/low").asDouble()).isCloseTo(0.107136, within(1e-6));
        assertThat(groups.at("/0/result/overall/interval/high").asDouble()).isCloseTo(0.206056, within(1e-6));
        assertThat(groups.at("/1/result/overall/interval/low").asDouble()).isCloseTo(0.073796, within(1e-6));
        assertThat(groups.at("/1/result/overall/interval/high").asDouble()).isCloseTo(0.109342, within(1e-6));
        JsonNode test = groups.at("/0/test");
        assertThat(test.at("/difference/value").asDouble()).isCloseTo(0.06, within(1e-12));
        assertThat(test.at("/difference/interval/low").asDouble()).isCloseTo(0.012974, within(1e-6));
        assertThat(test.at("/difference/interval/high").asDouble()).isCloseTo(0.118351, within(1e-6));
        assertThat(test.get("z").asDouble()).isCloseTo(2.581989, within(1e-6));
        assertThat(test.get("p").asDouble()).isCloseTo(0.009823, within(1e-6));
        assertThat(test.get("q").asDouble()).isEqualTo(test.get("p").asDouble());
        assertThat(test.get("significant").asBoolean()).isTrue();
    }

    /** FN-15. */
    @Test
    void testsNoGroupThatIsTooSmall() {
        String tenant = "small";
        List<Map<String, String>> rows = new ArrayList<>();
        List<Map<String, Object>> customers = new ArrayList<>();
        fill(tenant, rows, customers, "at", 5, 4);
        fill(tenant, rows, customers, "de", 60, 30);
        fill(tenant, rows, customers, "es", 60, 18);
        fill(tenant, rows, customers, "fr", 60, 20);
        feed.tell(tenant, "customer.changed", customers);
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "B"), Map.of());

        JsonNode groups = Api.as(tenant, "executive")
                .data("{ funnel(key: \"f\") { groups(by: MARKET, " + PERIOD
                        + ") { key result { overall { value } } test { z p q significant reason } } } }")
                .at("/funnel/groups");

        assertThat(groups.get(0))
                .isEqualTo(Api.json("{\"key\":\"at\",\"result\":{\"overall\":{\"value\":0.8}},"
                        + "\"test\":{\"z\":null,\"p\":null,\"q\":null,\"significant\":false,\"reason\":\"TOO_FEW\"}}"));
        assertThat(groups.at("/1/test/p").asDouble()).isCloseTo(0.032219, within(1e-6));
        assertThat(groups.at("/1/test/q").asDouble()).isCloseTo(0.096657, within(1e-6));
        assertThat(groups.at("/1/test/significant").asBoolean()).isFalse();
    }

    private static void fill(
            String tenant,
            List<Map<String, String>> rows,
            List<Map<String, Object>> customers,
            String market,
            int entered,
            int converted) {
        for (int at = 0; at < entered; at++) {
            String customer = market + at;
            customers.add(Facts.customer(tenant, customer, Map.of("market", market)));
            rows.add(Api.event("a" + customer, customer, "A", NOW.toString()));
            if (at < converted) {
                rows.add(Api.event(
                        "b" + customer, customer, "B", NOW.plusSeconds(60).toString()));
            }
        }
    }
}
