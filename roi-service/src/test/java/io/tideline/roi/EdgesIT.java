package io.tideline.roi;

import static io.tideline.roi.RoiDoor.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.test.ServiceTestResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no honest client sends is refused where it comes in, row by row and field by field; it is never a fault of the service. What is no value of a scalar has no code here: the
 * gateway refuses it before. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "roi"))
class EdgesIT {
    private static final String LONG = "x".repeat(301);

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "orders, at, \"+999999-01-01T00:00:00Z\"",
                "orders, at, \"-4800-01-01T00:00:00Z\"",
                "orders, at, \"2200-01-02T00:00:00Z\"",
                "orders, at, \"2026-02-30T00:00:00Z\"",
                "orders, at, \"2026-02-03\"",
                "orders, at, 20260203",
                "orders, at, []",
                "orders, amount, \"NaN\"",
                "orders, amount, \"1e400\"",
                "orders, amount, 1e400",
                "orders, amount, 1234567890123456789012345678901",
                "orders, amount, `\"1,5\"`",
                "orders, amount, true",
                "orders, amount, {}",
                "orders, currency, \"XYZ\"",
                "orders, currency, \"€\"",
                "orders, currency, 978",
                "orders, customer, null",
                "orders, customer, \" \"",
                "orders, customer, \"a\\u0000b\"",
                "orders, customer, \"\\ud800\"",
                "orders, customer, LONG",
                "orders, id, LONG",
                "orders, campaign, LONG",
                "orders, refund_of, LONG",
                "campaigns, id, LONG",
                "campaigns, started_at, \"+999999-01-01T00:00:00Z\"",
                "campaigns, sends, 2147483648",
                "campaigns, sends, 9223372036854775808",
                "campaigns, sends, -1",
                "campaigns, sends, 1.5",
                "costs, amount, -1",
                "costs, from, \"+999999-01-01T00:00:00Z\"",
                "costs, from, \"0000-01-01\"",
                "costs, until, \"2026-01-01\"",
                "ad-spend, at, \"9999-12-31\"",
                "ad-spend, clicks, 9223372036854775807",
                "ad-spend, amount, -0.01"
            })
    void refusesARowAndTakesTheNext(String kind, String field, String value) {
        RoiDoor door = new RoiDoor("edges");
        String bad = row(kind, field, value.equals("LONG") ? "\"" + LONG + "\"" : value);

        JsonNode answer = answer(door, kind, "[" + bad + "," + row(kind, "none", "1") + "]");

        assertThat(answer.at("/rows/0/status").asText()).as(answer.toString()).isEqualTo("REJECTED");
        assertThat(answer.at("/rows/0/field").asText()).as(answer.toString()).isEqualTo(field);
        assertThat(answer.at("/rows/1/status").asText()).as(answer.toString()).isNotEqualTo("REJECTED");
    }

    @Test
    void keepsTextsOfEveryScriptAndAmountsOfEveryExponent() {
        RoiDoor door = new RoiDoor("scripts");
        String name = "客户 👩‍👩‍👧 \u202Eabc\u200B é";
        door.take(
                "orders",
                List.of(
                        in("JPY", "o1", name, "5000"),
                        in("KWD", "o2", name, "1.234"),
                        in("EUR", "o3", name, "0.00"),
                        in("EUR", "o4", name, "99999999999999999999.99")));

        JsonNode revenue = door.boss()
                .data(
                        "{ kwd: revenue(period: {from: \"2026-01-01\", to: \"2027-01-01\"}, currency: \"KWD\") { revenue { value } } "
                                + "eur: revenue(period: {from: \"2026-01-01\", to: \"2027-01-01\"}, currency: \"EUR\") { revenue { numerator } payingCustomers } }");

        assertThat(revenue.at("/kwd/revenue/value").asDouble()).isEqualTo(1.234);
        assertThat(revenue.at("/eur/revenue/numerator").asText()).isEqualTo("99999999999999999999.99");
        assertThat(revenue.at("/eur/payingCustomers").asInt()).isEqualTo(1);
    }

    @Test
    void keepsTheFirstOfTwoOrdersWithOneId() {
        RoiDoor door = new RoiDoor("twice");

        JsonNode batch = door.send(
                "orders",
                List.of(order("o", "c", "2026-01-01T00:00:00Z", "10"), order("o", "d", "2026-01-02T00:00:00Z", "99")));
        JsonNode later = door.send("orders", List.of(order("o", "c", "2026-01-01T00:00:00Z", "50")));

        assertThat(batch.findValuesAsText("status")).containsExactly("ACCEPTED", "DUPLICATE");
        assertThat(later.findValuesAsText("status")).containsExactly("DUPLICATE");
        assertThat(door.boss()
                        .data("{ revenue(period: {from: \"2026-01-01\", to: \"2027-01-01\"}) { revenue { value } } }")
                        .at("/revenue/revenue/value")
                        .asDouble())
                .isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ revenue(period: {from: \"2026-01-01\", to: \"2026-01-01\"}) { currency } }",
                "{ revenue(period: {from: \"2026-01-02\", to: \"2026-01-01\"}) { currency } }",
                "{ revenue(period: {from: \"1899-01-01\", to: \"2026-01-01\"}) { currency } }",
                "{ revenue(period: {from: \"+999999999-01-01\", to: \"+999999999-12-31\"}) { currency } }",
                "{ revenue(period: {from: \"1900-01-01\", to: \"2200-01-01\"}) { trend(granularity: DAY) { from } } }",
                "{ acquisition(period: {from: \"1900-01-01\", to: \"2200-01-01\"}) { trend(granularity: DAY) { from } } }",
                "{ revenue(period: {from: \"2026-01-01\", to: \"2026-02-01\", timeZone: \"Mars/Olympus\"}) { currency } }",
                "{ revenue(period: {from: \"2026-01-01\", to: \"2026-02-01\"}, currency: \"XYZ\") { currency } }",
                "{ revenue(period: {from: \"2026-01-01\", to: \"2026-02-01\"}, segment: {agents: [\"x\"]}) { currency } }",
                "{ revenue(period: {from: \"2026-01-01\", to: \"2026-02-01\"}, segment: {markets: [\"a\\u0000b\"]}) { currency } }",
                "{ acquisition(period: {from: \"2026-01-01\", to: \"2026-02-01\"}) { ltvToCac(margin: \"0\") { value } } }",
                "{ acquisition(period: {from: \"2026-01-01\", to: \"2026-02-01\"}) { lifetimeValue(variant: \"ltv.simple\", years: \"1e999999\") { value } } }",
                "{ toolReturn(adoptedOn: \"+999999999-12-31\") { value } }",
                "{ toolReturn(adoptedOn: \"-999999999-01-01\") { value } }",
                "{ toolReturn(adoptedOn: \"2026-01-01\", months: 0) { value } }",
                "{ toolReturn(adoptedOn: \"2026-01-01\", months: 2147483647) { value } }",
                "{ campaigns(first: 0) { pageInfo { hasNextPage } } }",
                "{ campaigns(first: 101) { pageInfo { hasNextPage } } }",
                "{ campaigns(after: \"\") { pageInfo { hasNextPage } } }",
                "{ campaigns(after: \"!!\") { pageInfo { hasNextPage } } }",
                "{ campaigns(after: \"eB95\") { pageInfo { hasNextPage } } }",
                "{ campaigns(after: \"AB8A\") { pageInfo { hasNextPage } } }",
                "{ campaign(id: \"Q2FtcGFpZ246eA\") { name } }"
            })
    void refusesQuestionsThatMeanNothing(String query) {
        JsonNode answer = new RoiDoor("edges").boss().query(query);

        assertThat(answer.get("errors")).as(answer.toString()).isNotEmpty();
        assertThat(answer.at("/errors/0/extensions/code").asText())
                .as(answer.toString())
                .isIn("BAD_USER_INPUT", "INVALID_CURSOR", "");
    }

    @Test
    void boundsCutsWithinCuts() {
        RoiDoor door = new RoiDoor("cuts");
        door.take("orders", List.of(order("o", "c", "2025-05-05T10:00:00Z", "10")));
        String months =
                "by(dimension: SOURCE) { measures { trend(granularity: MONTH) { measures { orders { value } } } } }";
        String days =
                "trend(granularity: DAY) { measures { by(dimension: SOURCE) { measures { newPayingCustomers { value } } } } }";

        JsonNode usual = door.boss().query("{ revenue(" + years(2024) + ") { " + months + " } }");
        assertThat(usual.at("/data/revenue/by/0/measures/trend")).hasSize(24);
        assertThat(usual.at("/data/revenue/by/0/measures/trend/16/measures/orders/value")
                        .asInt())
                .isEqualTo(1);
        assertThat(door.boss()
                        .query("{ acquisition(" + years(2025) + ") { " + days + " } }")
                        .at("/data/acquisition/trend"))
                .hasSize(365);
        for (String root : List.of("revenue", "acquisition")) {
            StringBuilder many = new StringBuilder();
            for (char alias = 'a'; alias <= 'f'; alias++) {
                many.append(' ')
                        .append(alias)
                        .append(": ")
                        .append(root)
                        .append("(")
                        .append(years(2025))
                        .append(") { ")
                        .append(days)
                        .append(" }");
            }
            JsonNode refused = door.boss().query("{" + many + " }");
            assertThat(refused.at("/errors/0/extensions/code").asText())
                    .as("%.500s", refused)
                    .isEqualTo("BAD_USER_INPUT");
            assertThat(refused.at("/errors/0/message").asText()).contains("2000");
            JsonNode tooFine = door.boss().query("{ " + root + "(" + years(2024) + ") { " + days + " } }");
            assertThat(tooFine.at("/errors/0/message").asText()).contains("400");
        }
    }

    private static String years(int from) {
        return "period: {from: \"" + from + "-01-01\", to: \"2026-01-01\"}";
    }

    @Test
    void showsNothingBehindACursorOfAnotherOrganisation() {
        RoiDoor mine = new RoiDoor("cursor-mine");
        RoiDoor other = new RoiDoor("cursor-other");
        mine.take("campaigns", List.of(Map.of("id", "m1"), Map.of("id", "m2")));
        other.take("campaigns", List.of(Map.of("id", "o1"), Map.of("id", "o2")));
        String cursor = other.boss()
                .data("{ campaigns(first: 1) { pageInfo { endCursor } } }")
                .at("/campaigns/pageInfo/endCursor")
                .asText();

        JsonNode page = mine.boss().data("{ campaigns(after: \"" + cursor + "\") { edges { node { name } } } }");
        JsonNode foreign = mine.boss()
                .data("{ campaign(id: \"" + GlobalId.of("Campaign", Ids.uuid("cursor-other", "campaign", "o1"))
                        + "\") { name } }");

        assertThat(page.findValuesAsText("name")).doesNotContain("o1", "o2");
        assertThat(foreign.get("campaign").isNull()).isTrue();
    }

    private static JsonNode answer(RoiDoor door, String kind, String body) {
        io.restassured.response.Response answer = door.post(kind, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().readTree(answer.asByteArray());
        } catch (java.io.IOException noJson) {
            throw new AssertionError(noJson);
        }
    }

    private static Map<String, Object> in(String currency, String id, String customer, String amount) {
        Map<String, Object> row = new HashMap<>(order(id, customer, "2026-03-01T00:00:00Z", amount));
        row.put("currency", currency);
        return row;
    }

    /** A row that is good but for one field. */
    private static String row(String kind, String field, String value) {
        Map<String, String> fields = new HashMap<>();
        switch (kind) {
            case "orders" ->
                fields.putAll(Map.of("customer", "\"c\"", "at", "\"2026-01-01T00:00:00Z\"", "amount", "\"10\""));
            case "campaigns" -> fields.put("id", "\"spring\"");
            case "costs" -> fields.putAll(Map.of("kind", "\"fee\"", "amount", "5", "from", "\"2026-02-01\""));
            default -> fields.putAll(Map.of("campaign", "\"spring\"", "at", "\"2026-02-01\"", "amount", "\"5\""));
        }
        fields.put(field, value);
        StringBuilder text = new StringBuilder();
        fields.forEach((name, content) -> text.append(text.isEmpty() ? "{" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(content));
        return text.append('}').toString();
    }
}
