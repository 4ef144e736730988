package io.tideline.roi.acquisition;

import static io.tideline.roi.FeedForTests.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.roi.FeedForTests;
import io.tideline.roi.RoiDoor;
import io.tideline.test.ServiceTestResource;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "roi"))
class AcquisitionIT {
    private static final String JUNE = "period: {from: \"2026-06-01\", to: \"2026-07-01\"}";

    @Inject
    FeedForTests feed;

    @Test
    void countsTheFullCostOfWinningACustomer() {
        RoiDoor door = new RoiDoor("rv-25");
        door.take("ad-spend", List.of(spend("ads", "2026-06-03", "1000", 500, 50)));
        door.take(
                "costs",
                List.of(
                        cost("ads", "fee", "800", "2026-06-01", null),
                        cost("ads", "labour", "700", "2026-06-10", "2026-06-20"),
                        cost("ads", "fee", "99", "2026-07-01", null)));
        door.take("orders", orders(20, "ads"));

        JsonNode acquisition = door.boss()
                .data(
                        "{ acquisition(" + JUNE
                                + ") { newPayingCustomers { value } costPerClick { value } costPerConversion { value } cost { value } adSpend { value }"
                                + " customerAcquisitionCost { value numerator denominator currency } adsOnly: customerAcquisitionCost(variant: \"ads_only\") { value }"
                                + " lifetimeValue { value } ltvToCac { value unit definition { variant } } marketingRoi { value } gross: marketingRoi(variant: \"roi.gross\") { value } payback { value }"
                                + " simple: lifetimeValue(variant: \"ltv.simple\", years: \"3\", margin: \"0.6\") { value } } }")
                .get("acquisition");

        assertThat(acquisition.at("/newPayingCustomers/value").asInt()).isEqualTo(20);
        assertThat(acquisition.at("/costPerClick/value").asDouble()).isEqualTo(2);
        assertThat(acquisition.at("/costPerConversion/value").asDouble()).isEqualTo(20);
        assertThat(acquisition.at("/customerAcquisitionCost/value").asDouble()).isEqualTo(125);
        assertThat(acquisition.at("/customerAcquisitionCost/currency").asText()).isEqualTo("EUR");
        assertThat(acquisition.at("/adsOnly/value").asDouble()).isEqualTo(50);
        assertThat(acquisition.at("/lifetimeValue/value").asDouble()).isEqualTo(500);
        assertThat(acquisition.at("/ltvToCac/value").asDouble()).isEqualTo(4);
        assertThat(acquisition.at("/ltvToCac/definition/variant").asText()).isEqualTo("ltv_to_cac.historic");
        assertThat(acquisition.at("/marketingRoi/value").asDouble()).isEqualTo(3);
        assertThat(acquisition.at("/gross/value").asDouble()).isEqualTo(4);
        assertThat(acquisition.at("/payback/value").asDouble()).isPositive();
        assertThat(acquisition.at("/simple/value").asDouble()).isPositive();
    }

    @Test
    void givesAPeriodItsShareOfACostThatRunsOn() {
        RoiDoor door = new RoiDoor("share");
        door.take("costs", List.of(cost("m", "fee", "300", "2026-05-22", "2026-06-21")));

        JsonNode answer = door.as("operations")
                .data(
                        "{ may: acquisition(period: {from: \"2026-05-01\", to: \"2026-06-01\"}) { cost { value } customerAcquisitionCost { value reason } }"
                                + " june: acquisition(" + JUNE
                                + ") { cost { value } } july: acquisition(period: {from: \"2026-07-01\", to: \"2026-08-01\"}) { cost { reason } customerAcquisitionCost { reason } costPerClick { reason } }"
                                + " days: acquisition(period: {from: \"2026-05-01\", to: \"2026-07-01\"}) { trend(granularity: MONTH) { measures { cost { value } } } } }");

        assertThat(answer.at("/may/cost/value").asDouble()).isEqualTo(100);
        assertThat(answer.at("/may/customerAcquisitionCost/reason").asText()).isEqualTo("NO_DENOMINATOR");
        assertThat(answer.at("/june/cost/value").asDouble()).isEqualTo(200);
        assertThat(answer.at("/july/cost/reason").asText()).isEqualTo("NO_DATA");
        assertThat(answer.at("/july/costPerClick/reason").asText()).isEqualTo("NO_DENOMINATOR");
        assertThat(answer.at("/days/trend").findValuesAsText("value")).containsExactly("100.0", "200.0");
    }

    @Test
    void groupsByMarketAndSourceAndAddsUp() {
        String tenant = "groups";
        RoiDoor door = new RoiDoor(tenant);
        List<Map<String, ?>> customers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            customers.add(customer(
                    tenant, "c" + i, Map.of("market", i == 0 ? "de" : "us", "source", "ads", "campaign", "spring")));
        }
        feed.say(tenant, "customer.changed", customers);
        door.take("orders", orders(4, null));
        door.take("ad-spend", List.of(spend("spring", "2026-06-02", "400", 100, 10)));

        JsonNode acquisition = door.boss()
                .data("{ acquisition(" + JUNE
                        + ") { by(dimension: MARKET) { key label measures { newPayingCustomers { value } cost { value }"
                        + " customerAcquisitionCost { value } ltvToCac { value } marketingRoi { value } trend(granularity: MONTH) { measures { cost { value } } } } }"
                        + " sources: by(dimension: SOURCE) { key measures { cost { value } } }"
                        + " campaigns: by(dimension: CAMPAIGN) { key label measures { costPerClick { value } } } }"
                        + " germany: acquisition(" + JUNE
                        + ", segment: {markets: [\"de\"]}) { cost { value } newPayingCustomers { value } } }");

        JsonNode markets = acquisition.at("/acquisition/by");
        assertThat(markets.findValuesAsText("key")).containsExactly("de", "us");
        assertThat(markets.at("/0/measures/cost/value").asDouble()).isEqualTo(100);
        assertThat(markets.at("/1/measures/cost/value").asDouble()).isEqualTo(300);
        assertThat(markets.at("/1/measures/customerAcquisitionCost/value").asDouble())
                .isEqualTo(100);
        assertThat(markets.at("/0/measures/ltvToCac/value").asDouble()).isEqualTo(5);
        assertThat(markets.at("/0/measures/marketingRoi/value").asDouble()).isEqualTo(4);
        assertThat(markets.at("/1/measures/trend/0/measures/cost/value").asDouble())
                .isEqualTo(300);
        assertThat(acquisition.at("/acquisition/sources/0/measures/cost/value").asDouble())
                .isEqualTo(400);
        assertThat(acquisition.at("/acquisition/campaigns/0/label").asText()).isEqualTo("spring");
        assertThat(acquisition.at("/acquisition/campaigns/0/key").asText())
                .isEqualTo(GlobalId.of("Campaign", Ids.uuid(tenant, "campaign", "spring")));
        assertThat(acquisition
                        .at("/acquisition/campaigns/0/measures/costPerClick/value")
                        .asDouble())
                .isEqualTo(4);
        assertThat(acquisition.at("/germany/cost/value").asDouble()).isCloseTo(100, within(1e-12));
        assertThat(acquisition.at("/germany/newPayingCustomers/value").asInt()).isEqualTo(1);
    }

    @Test
    void neverSetsOneCurrencyAgainstAnother() {
        RoiDoor door = new RoiDoor("two-currencies");
        door.take("costs", List.of(cost("mail", "fee", "800", "2026-06-01", null)));
        door.take(
                "orders",
                List.of(Map.of(
                        "id",
                        "o",
                        "customer",
                        "c",
                        "at",
                        "2026-06-05T10:00:00Z",
                        "amount",
                        "500",
                        "currency",
                        "USD",
                        "campaign",
                        "mail")));
        String id = GlobalId.of("Campaign", Ids.uuid("two-currencies", "campaign", "mail"));

        JsonNode answer = door.boss()
                .data(
                        "query($id: ID!) { acquisition(" + JUNE
                                + ") { currency otherCurrencies customerAcquisitionCost { value } lifetimeValue { reason } ltvToCac { reason } payback { reason } marketingRoi { reason } }"
                                + " campaign(id: $id) { roi { reason } currencies inDollars: revenue(currency: \"USD\") { value } } }",
                        Map.of("id", id));

        assertThat(answer.at("/acquisition/currency").asText()).isEqualTo("EUR");
        assertThat(answer.at("/acquisition/otherCurrencies/0").asText()).isEqualTo("USD");
        assertThat(answer.at("/acquisition/customerAcquisitionCost/value").asDouble())
                .isEqualTo(800);
        assertThat(answer.get("acquisition").findValuesAsText("reason")).containsOnly("NO_DATA");
        assertThat(answer.get("acquisition").findValues("reason")).hasSize(4);
        assertThat(answer.at("/campaign/roi/reason").asText()).isEqualTo("NO_DATA");
        assertThat(answer.at("/campaign/inDollars/value").asDouble()).isEqualTo(500);
    }

    @Test
    void keepsValueFromThoseWhoMayOnlySeeCosts() {
        JsonNode answer = new RoiDoor("rv-25")
                .as("operations")
                .query("{ acquisition(" + JUNE + ") { costPerClick { value } ltvToCac { value } } }");

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
        assertThat(answer.at("/errors/0/path").toString()).contains("ltvToCac");
    }

    private static List<Map<String, @Nullable Object>> orders(int count, @Nullable String campaign) {
        List<Map<String, @Nullable Object>> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, @Nullable Object> order = new HashMap<>(Map.of(
                    "id",
                    "o" + i,
                    "customer",
                    "c" + i,
                    "at",
                    "2026-06-05T10:00:00Z",
                    "amount",
                    "500",
                    "currency",
                    "EUR"));
            order.put("campaign", campaign);
            orders.add(order);
        }
        return orders;
    }

    private static Map<String, Object> spend(String campaign, String day, String amount, int clicks, int conversions) {
        return Map.of(
                "campaign",
                campaign,
                "at",
                day,
                "amount",
                amount,
                "currency",
                "EUR",
                "clicks",
                clicks,
                "conversions",
                conversions);
    }

    private static Map<String, @Nullable Object> cost(
            String campaign, String kind, String amount, String from, @Nullable String until) {
        Map<String, @Nullable Object> cost = new HashMap<>(
                Map.of("campaign", campaign, "kind", kind, "amount", amount, "currency", "EUR", "from", from));
        cost.put("until", until);
        return cost;
    }
}
