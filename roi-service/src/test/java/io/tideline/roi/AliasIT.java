package io.tideline.roi;

import static io.tideline.roi.FeedForTests.customer;
import static io.tideline.roi.RoiDoor.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.test.ServiceTestResource;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One field asked for several times in one document, each time with other arguments, has as many answers. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "roi"))
class AliasIT {
    private static final String TENANT = "aliases";
    private static final String MAY = "period: {from: \"2026-05-01\", to: \"2026-06-01\"}";
    private static final String JUNE = "period: {from: \"2026-06-01\", to: \"2026-07-01\"}";
    private static final String BOTH = "period: {from: \"2026-05-01\", to: \"2026-07-01\"}";
    private static final String ORDERS = "{ orders { value } }";

    @Inject
    FeedForTests feed;

    /** In May c1 of agent a1 in DE buys twice and c2 of agent a2 in FR once, in June c1 buys once more, in yen; each month has its campaign. */
    @BeforeEach
    void take() {
        feed.say(
                TENANT,
                "customer.changed",
                List.of(
                        customer(TENANT, "c1", Map.of("market", "DE", "agent", "a1")),
                        customer(TENANT, "c2", Map.of("market", "FR", "agent", "a2"))));
        RoiDoor door = new RoiDoor(TENANT);
        door.take(
                "campaigns",
                List.of(
                        Map.of("id", "may", "started_at", "2026-05-01T08:00:00Z", "sends", 1000),
                        Map.of("id", "june", "started_at", "2026-06-01T08:00:00Z", "sends", 2000)));
        door.take(
                "orders",
                List.of(
                        named("o1", "c1", "2026-05-10T10:00:00Z", "10", "EUR", "may"),
                        named("o2", "c1", "2026-05-20T10:00:00Z", "20", "EUR", "may"),
                        named("o3", "c2", "2026-05-21T10:00:00Z", "70", "EUR", null),
                        named("o4", "c1", "2026-06-05T10:00:00Z", "500", "JPY", "june")));
        door.take(
                "ad-spend",
                List.of(
                        spend("s1", "2026-05-02T00:00:00Z", "40", "EUR", 10),
                        spend("s2", "2026-06-02T00:00:00Z", "90", "EUR", 20),
                        spend("s3", "2026-06-03T00:00:00Z", "300", "JPY", 30)));
    }

    @Test
    void readsAgentsByEachPeriod() {
        JsonNode agents = entities(
                "Agent",
                "agent",
                "... on Agent { may: dealsPerThousandSends(" + MAY + ") { value } june: dealsPerThousandSends(" + JUNE
                        + ") { value } both: dealsPerThousandSends(" + BOTH + ") { value } }",
                "a1",
                "a2");

        assertThat(agents.toString())
                .isEqualTo("[{\"may\":{\"value\":2.0},\"june\":{\"value\":0.5},\"both\":{\"value\":1.0}},"
                        + "{\"may\":{\"value\":0.0},\"june\":{\"value\":0.0},\"both\":{\"value\":0.0}}]");
    }

    @Test
    void readsPagesOfDifferentLengthsOfOneCustomer() {
        String edges = "{ edges { node { externalId } } pageInfo { hasNextPage } } ";
        JsonNode customers = entities(
                "Customer",
                "customer",
                "... on Customer { one: orders(first: 1) " + edges + " two: orders(first: 2) " + edges
                        + " all: orders(first: 50) " + edges + " lifetimeValue { value } }",
                "c1",
                "c2");

        assertThat(customers.at("/0/one").findValuesAsText("externalId")).containsExactly("o4");
        assertThat(customers.at("/0/two").findValuesAsText("externalId")).containsExactly("o4", "o2");
        assertThat(customers.at("/0/all").findValuesAsText("externalId")).containsExactly("o4", "o2", "o1");
        assertThat(customers.at("/0/two/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(customers.at("/0/all/pageInfo/hasNextPage").asBoolean(true)).isFalse();
        assertThat(customers.at("/1/one").findValuesAsText("externalId")).containsExactly("o3");
    }

    @Test
    void readsCampaignsByEachPeriodCurrencyVariantAndAttribution() {
        JsonNode campaigns = entities(
                "Campaign",
                "campaign",
                "... on Campaign { last: revenue { value } first: revenue(attribution: FIRST_TOUCH) { value } "
                        + "net: roi { value } gross: roi(variant: \"roi.gross\") { value } "
                        + "may: adSpend(" + MAY
                        + ", currency: \"EUR\") { clicks { value } spend { value } } june: adSpend(" + JUNE
                        + ", currency: \"EUR\") { clicks { value } spend { value } } yen: adSpend(" + JUNE
                        + ", currency: \"JPY\") { spend { value } } ever: adSpend(currency: \"EUR\") { spend { value } } }",
                "may",
                "june");

        JsonNode may = campaigns.get(0);
        assertThat(may.at("/last/value").asDouble()).isEqualTo(30);
        assertThat(may.at("/gross/value").asDouble() - may.at("/net/value").asDouble())
                .isEqualTo(1, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(may.at("/may/spend/value").asDouble()).isEqualTo(40);
        assertThat(may.at("/june/spend/value").asDouble()).isEqualTo(90);
        assertThat(may.at("/yen/spend/value").asDouble()).isEqualTo(300);
        assertThat(may.at("/ever/spend/value").asDouble()).isEqualTo(130);
    }

    @Test
    void readsRevenueByEachPeriodSegmentAndCurrency() {
        JsonNode found = new RoiDoor(TENANT)
                .boss()
                .data("{ may: revenue(" + MAY + ") " + ORDERS + " june: revenue(" + JUNE + ") " + ORDERS
                        + " french: revenue("
                        + BOTH + ", segment: {markets: [\"FR\"]}) " + ORDERS + " agent: revenue(" + BOTH
                        + ", segment: {agents: [\"" + GlobalId.of("Agent", Ids.uuid(TENANT, "agent", "a1")) + "\"]}) "
                        + ORDERS + " euro: revenue(" + BOTH + ", currency: \"EUR\") { revenue { value } } yen: revenue("
                        + BOTH + ", currency: \"JPY\") { revenue { value } customers: repeatPurchaseRate { value } "
                        + "orders: repeatPurchaseRate(variant: \"rpr.transactions\") { value } "
                        + "days5: repeatPurchaseRate(variant: \"rpr.within_n_days\", days: 5) { numerator } "
                        + "days15: repeatPurchaseRate(variant: \"rpr.within_n_days\", days: 15) { numerator } } }");

        assertThat(found.at("/may/orders/value").asInt()).isEqualTo(3);
        assertThat(found.at("/june/orders/value").asInt()).isEqualTo(1);
        assertThat(found.at("/french/orders/value").asInt()).isEqualTo(1);
        assertThat(found.at("/agent/orders/value").asInt()).isEqualTo(3);
        assertThat(found.at("/euro/revenue/value").asDouble()).isEqualTo(100);
        assertThat(found.at("/yen/revenue/value").asDouble()).isEqualTo(500);
        assertThat(found.at("/yen/customers/value").asDouble()).isEqualTo(0.5);
        assertThat(found.at("/yen/orders/value").asDouble()).isEqualTo(0.5);
        assertThat(found.at("/yen/days5/numerator").asText()).isEqualTo("0");
        assertThat(found.at("/yen/days15/numerator").asText()).isEqualTo("1");
    }

    @Test
    void cutsGroupsAndBucketsByEachArgumentOnEveryLevel() {
        JsonNode found = new RoiDoor(TENANT)
                .boss()
                .data("{ revenue(" + BOTH + ") { "
                        + "agents: by(dimension: AGENT) { measures { orders { value } months: trend(granularity: MONTH) { measures "
                        + ORDERS + " } quarters: trend(granularity: QUARTER) { measures " + ORDERS + " } } } "
                        + "markets: by(dimension: MARKET) { key measures " + ORDERS + " } "
                        + "months: trend(granularity: MONTH) { measures { orders { value } agents: by(dimension: AGENT) { measures "
                        + ORDERS + " } markets: by(dimension: MARKET) { key measures " + ORDERS + " } } } "
                        + "quarters: trend(granularity: QUARTER) { measures " + ORDERS + " } } "
                        + "may: acquisition(" + MAY
                        + ", currency: \"EUR\") { newPayingCustomers { value } cost { value } } june: acquisition("
                        + JUNE
                        + ", currency: \"EUR\") { newPayingCustomers { value } cost { value } "
                        + "months: trend(granularity: MONTH) { measures { cost { value } } } "
                        + "days: trend(granularity: DAY) { measures { cost { value } } } } "
                        + "full: acquisition(" + BOTH
                        + ", currency: \"EUR\") { all: lifetimeValue { value } half: lifetimeValue(margin: \"0.5\") { value } "
                        + "markets: by(dimension: MARKET) { key } agents: by(dimension: AGENT) { key } } }");

        assertThat(counts(found, "/revenue/agents")).containsExactly("3", "1");
        assertThat(counts(found, "/revenue/agents/0/measures/months")).containsExactly("2", "1");
        assertThat(counts(found, "/revenue/agents/1/measures/months")).containsExactly("1", "0");
        assertThat(counts(found, "/revenue/agents/0/measures/quarters")).containsExactly("3");
        assertThat(found.at("/revenue/markets").findValuesAsText("key")).containsExactly("DE", "FR");
        assertThat(counts(found, "/revenue/months")).containsExactly("3", "1");
        assertThat(counts(found, "/revenue/months/1/measures/agents")).containsExactly("1");
        assertThat(found.at("/revenue/months/1/measures/markets").findValuesAsText("key"))
                .containsExactly("DE");
        assertThat(counts(found, "/revenue/quarters")).containsExactly("4");
        assertThat(found.at("/may/newPayingCustomers/value").asInt()).isEqualTo(2);
        assertThat(found.at("/june/newPayingCustomers/value").asInt()).isZero();
        assertThat(found.at("/may/cost/value").asDouble()).isEqualTo(40);
        assertThat(found.at("/june/months")).hasSize(1);
        assertThat(found.at("/june/days")).hasSize(30);
        assertThat(found.at("/full/all/value").asDouble())
                .isEqualTo(2 * found.at("/full/half/value").asDouble());
        assertThat(found.at("/full/markets").findValuesAsText("key")).contains("DE", "FR");
        assertThat(found.at("/full/agents").findValuesAsText("key")).doesNotContain("DE", "FR");
    }

    private static List<String> counts(JsonNode found, String path) {
        List<String> counts = new ArrayList<>();
        found.at(path)
                .forEach(cell -> counts.add(
                        String.valueOf(cell.at("/measures/orders/value").asInt())));
        return counts;
    }

    private static JsonNode entities(String type, String kind, String selection, String... externalIds) {
        List<Map<String, String>> representations = Arrays.stream(externalIds)
                .map(id -> Map.of("__typename", type, "id", GlobalId.of(type, Ids.uuid(TENANT, kind, id))))
                .toList();
        return new RoiDoor(TENANT)
                .boss()
                .data(
                        "query($r: [_Any!]!) { _entities(representations: $r) { " + selection + " } }",
                        Map.of("r", representations))
                .get("_entities");
    }

    private static Map<String, Object> named(
            String id, String customer, String at, String amount, String currency, @Nullable String campaign) {
        Map<String, Object> row = new HashMap<>(order(id, customer, at, amount));
        row.put("currency", currency);
        if (campaign != null) {
            row.put("campaign", campaign);
        }
        return row;
    }

    private static Map<String, Object> spend(String id, String at, String amount, String currency, int clicks) {
        return Map.of("id", id, "campaign", "may", "at", at, "amount", amount, "currency", currency, "clicks", clicks);
    }
}
