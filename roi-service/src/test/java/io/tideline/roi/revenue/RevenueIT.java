package io.tideline.roi.revenue;

import static io.tideline.roi.RoiDoor.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.roi.RoiDoor;
import io.tideline.test.ServiceTestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "roi"))
class RevenueIT {
    private static final String YEAR = "period: {from: \"2026-01-01\", to: \"2027-01-01\"}";

    @Test
    void countsRepeatBuyersInThreeWays() {
        RoiDoor door = new RoiDoor("rv-16");
        door.take(
                "orders",
                List.of(
                        order("a1", "A", "2026-01-01T10:00:00Z", "1"),
                        order("a2", "A", "2026-02-01T10:00:00Z", "1"),
                        order("a3", "A", "2026-03-01T10:00:00Z", "1"),
                        order("b1", "B", "2026-01-05T10:00:00Z", "1"),
                        order("c1", "C", "2026-01-05T10:00:00Z", "1"),
                        order("d1", "D", "2026-01-05T10:00:00Z", "1"),
                        order("d2", "D", "2026-01-05T18:00:00Z", "0")));

        JsonNode revenue = door.as("executive")
                .data("{ revenue(" + YEAR + ") { customers: repeatPurchaseRate { value definition { variant } }"
                        + " transactions: repeatPurchaseRate(variant: \"rpr.transactions\") { value numerator denominator }"
                        + " repurchaseCycle { sampleSize mean { value } } orders { value } } }")
                .get("revenue");

        assertThat(revenue.at("/customers/value").asDouble()).isEqualTo(0.5);
        assertThat(revenue.at("/customers/definition/variant").asText()).isEqualTo("rpr.customers");
        assertThat(revenue.at("/transactions/value").asDouble()).isCloseTo(3.0 / 7, within(1e-12));
        assertThat(revenue.at("/repurchaseCycle/sampleSize").asInt()).isEqualTo(2);
        assertThat(revenue.at("/repurchaseCycle/mean/value").asDouble()).isEqualTo(29.5);
        assertThat(revenue.at("/orders/value").asInt()).isEqualTo(7);
    }

    @Test
    void takesRefundsOffRevenueAndNeverCountsThemAsOrders() {
        RoiDoor door = new RoiDoor("refunds");
        door.take(
                "orders",
                List.of(
                        order("o1", "c", "2026-03-01T10:00:00Z", "100.10"),
                        order("r1", "c", "2026-03-02T10:00:00Z", "-30.05"),
                        Map.of(
                                "id",
                                "r2",
                                "customer",
                                "d",
                                "at",
                                "2026-03-03T10:00:00Z",
                                "amount",
                                "5",
                                "currency",
                                "EUR",
                                "refund_of",
                                "o0")));

        JsonNode revenue = door.as("executive")
                .data(
                        "{ revenue(" + YEAR
                                + ") { orders { value } newPayingCustomers { value } revenue { value numerator } averageOrderValue { value } } }")
                .get("revenue");

        assertThat(revenue.at("/orders/value").asInt()).isEqualTo(1);
        assertThat(revenue.at("/newPayingCustomers/value").asInt()).isEqualTo(1);
        assertThat(revenue.at("/revenue/numerator").asText()).isEqualTo("65.05");
        assertThat(revenue.at("/averageOrderValue/value").asDouble()).isEqualTo(65.05);
    }

    @Test
    void saysNothingWhereNothingWasRecorded() {
        JsonNode revenue = new RoiDoor("empty")
                .as("executive")
                .data(
                        "{ revenue(" + YEAR
                                + ") { orders { value } revenue { value reason } averageOrderValue { value reason }"
                                + " repeatPurchaseRate { value reason } repurchaseCycle { mean { value reason } } by(dimension: MARKET) { key } } }")
                .get("revenue");

        assertThat(revenue.at("/orders/value").asInt()).isZero();
        assertThat(revenue.at("/revenue/value").isNull()).isTrue();
        assertThat(revenue.at("/revenue/reason").asText()).isEqualTo("NO_DATA");
        assertThat(revenue.at("/averageOrderValue/reason").asText()).isEqualTo("NO_DENOMINATOR");
        assertThat(revenue.at("/repeatPurchaseRate/reason").asText()).isEqualTo("NO_DENOMINATOR");
        assertThat(revenue.at("/repurchaseCycle/mean/reason").asText()).isEqualTo("NO_DATA");
        assertThat(revenue.get("by")).isEmpty();
    }

    @Test
    void neverAddsCurrencies() {
        RoiDoor door = new RoiDoor("mixed");
        door.take(
                "orders",
                List.of(
                        order("e", "c", "2026-03-01T10:00:00Z", "100"),
                        Map.of(
                                "id",
                                "j",
                                "customer",
                                "c",
                                "at",
                                "2026-04-01T10:00:00Z",
                                "amount",
                                "5000.4",
                                "currency",
                                "JPY")));

        JsonNode answer = door.as("executive")
                .data("{ usual: revenue(" + YEAR
                        + ") { currency otherCurrencies revenue { value } averageOrderValue { value } orders { value } }"
                        + " yen: revenue(" + YEAR
                        + ", currency: \"JPY\") { currency revenue { value numerator currency } }"
                        + " april: revenue(period: {from: \"2026-04-01\", to: \"2026-05-01\"}) { currency } }");

        assertThat(answer.at("/usual/currency").asText()).isEqualTo("EUR");
        assertThat(answer.at("/usual/otherCurrencies/0").asText()).isEqualTo("JPY");
        assertThat(answer.at("/usual/revenue/value").asDouble()).isEqualTo(100);
        assertThat(answer.at("/usual/averageOrderValue/value").asDouble()).isEqualTo(100);
        assertThat(answer.at("/usual/orders/value").asInt()).isEqualTo(2);
        assertThat(answer.at("/yen/revenue/value").asDouble()).isEqualTo(5000);
        assertThat(answer.at("/yen/revenue/numerator").asText()).isEqualTo("5000.4");
        assertThat(answer.at("/april/currency").asText()).isEqualTo("JPY");
    }

    @Test
    void cutsDaysInTheZoneOfThePeriod() {
        RoiDoor door = new RoiDoor("zones");
        door.take("orders", List.of(order("o", "c", "2026-06-30T16:00:00Z", "1")));

        JsonNode answer = door.as("executive")
                .data(
                        "{ shanghai: revenue(period: {from: \"2026-06-01\", to: \"2026-08-01\", timeZone: \"Asia/Shanghai\"}) { trend(granularity: MONTH) { from measures { orders { value } } } }"
                                + " newYork: revenue(period: {from: \"2026-06-01\", to: \"2026-08-01\", timeZone: \"America/New_York\"}) { trend(granularity: QUARTER) { from measures { orders { value } } } } }");

        assertThat(answer.at("/shanghai/trend/0/measures/orders/value").asInt()).isZero();
        assertThat(answer.at("/shanghai/trend/1/measures/orders/value").asInt()).isEqualTo(1);
        assertThat(answer.at("/newYork/trend/0/measures/orders/value").asInt()).isEqualTo(1);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        JsonNode variant = new RoiDoor("empty")
                .as("executive")
                .query("{ revenue(" + YEAR + ") { repeatPurchaseRate(variant: \"rpr.luck\") { value } } }");
        JsonNode period = new RoiDoor("empty")
                .as("executive")
                .query("{ revenue(period: {from: \"2026-02-01\", to: \"2026-02-01\"}) { currency } }");

        assertThat(variant.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(variant.at("/errors/0/message").asText()).contains("rpr.customers", "rpr.within_n_days");
        assertThat(period.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
    }
}
