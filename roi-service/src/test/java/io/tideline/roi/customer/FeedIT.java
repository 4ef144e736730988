package io.tideline.roi.customer;

import static io.tideline.roi.FeedForTests.customer;
import static io.tideline.roi.RoiDoor.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.roi.FeedForTests;
import io.tideline.roi.RoiDoor;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.Statements;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is heard of customers changes how their orders are counted, also of orders that came first. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "roi"))
class FeedIT {
    private static final String YEAR = "period: {from: \"2026-01-01\", to: \"2027-01-01\"}";

    @Inject
    FeedForTests feed;

    @Test
    void groupsByEveryDimension() {
        String tenant = "dimensions";
        RoiDoor door = new RoiDoor(tenant);
        door.take(
                "orders",
                List.of(
                        order("o1", "c1", "2026-01-01T10:00:00Z", "10"),
                        order("o2", "c2", "2026-01-01T10:00:00Z", "5")));
        feed.say(
                tenant,
                "customer.changed",
                List.of(
                        customer(tenant, "c1", Map.of("market", "fr")),
                        customer(
                                tenant,
                                "c1",
                                Map.of(
                                        "market",
                                        "de",
                                        "language",
                                        "de",
                                        "source",
                                        "ads",
                                        "campaign",
                                        "spring",
                                        "agent",
                                        "a1",
                                        "team",
                                        "t1",
                                        "channelAccount",
                                        "w1"))));
        feed.say(
                tenant,
                "label.changed",
                List.of(
                        label(tenant, "AGENT", "agent", "a1", "Ada"),
                        label(tenant, "TEAM", "team", "t1", "North"),
                        label(tenant, "CHANNEL_ACCOUNT", "channelAccount", "w1", "Line 1")));

        JsonNode revenue = door.as("executive")
                .data(
                        "{ revenue(" + YEAR
                                + ") { market: by(dimension: MARKET) { ...g } language: by(dimension: LANGUAGE) { ...g } source: by(dimension: SOURCE) { ...g }"
                                + " campaign: by(dimension: CAMPAIGN) { ...g } account: by(dimension: CHANNEL_ACCOUNT) { ...g } team: by(dimension: TEAM) { ...g } agent: by(dimension: AGENT) { ...g } } }"
                                + " fragment g on RevenueGroup { dimension key label measures { revenue { value } trend(granularity: YEAR) { measures { orders { value } } } } }")
                .get("revenue");

        assertThat(revenue.at("/market/0/key").asText()).isEqualTo("de");
        assertThat(revenue.at("/market/1/key").asText()).isEmpty();
        assertThat(revenue.at("/market/1/measures/revenue/value").asDouble()).isEqualTo(5);
        assertThat(revenue.at("/agent/0/label").asText()).isEqualTo("Ada");
        assertThat(revenue.at("/agent/0/key").asText())
                .isEqualTo(GlobalId.of("Agent", Ids.uuid(tenant, "agent", "a1")));
        assertThat(revenue.at("/team/0/label").asText()).isEqualTo("North");
        assertThat(revenue.at("/account/0/label").asText()).isEqualTo("Line 1");
        assertThat(revenue.at("/campaign/0/label").asText()).isEqualTo("spring");
        for (String dimension : List.of("market", "language", "source", "campaign", "account", "team", "agent")) {
            assertThat(revenue.at("/" + dimension + "/0/measures/revenue/value").asDouble())
                    .as(dimension)
                    .isEqualTo(10);
            assertThat(revenue.at("/" + dimension + "/0/measures/trend/0/measures/orders/value")
                            .asInt())
                    .as(dimension)
                    .isEqualTo(1);
        }
    }

    @Test
    void readsEachCutOnceHoweverManyGroupsItHas() {
        String tenant = "cuts";
        RoiDoor door = new RoiDoor(tenant);
        feed.say(
                tenant,
                "customer.changed",
                IntStream.range(0, 5)
                        .mapToObj(i -> customer(tenant, "c" + i, Map.of("market", "m" + i)))
                        .toList());
        door.take(
                "orders",
                IntStream.range(0, 5)
                        .mapToObj(i -> order("o" + i, "c" + i, "2026-01-0" + (i + 1) + "T10:00:00Z", "1"))
                        .toList());

        Statements statements = Statements.during("roi", () -> assertThat(door.as("executive")
                        .data("{ revenue(" + YEAR
                                + ") { by(dimension: MARKET) { measures { repurchaseCycle { sampleSize }"
                                + " trend(granularity: MONTH) { measures { orders { value } } } } } } }")
                        .at("/revenue/by"))
                .hasSize(5));

        assertThat(statements.onTable("organisation")).isEqualTo(1);
        assertThat(statements.onTable("customer_order"))
                .as("the whole, the groups, the rhythm of the groups, the trends of the groups")
                .isEqualTo(4);
    }

    @Test
    void narrowsBySegmentAndTag() {
        String tenant = "segments";
        RoiDoor door = new RoiDoor(tenant);
        feed.say(
                tenant,
                "customer.changed",
                List.of(
                        customer(tenant, "c1", Map.of("market", "de", "team", "t1")),
                        customer(tenant, "c2", Map.of("market", "us", "team", "t2"))));
        Map<String, Object> tag = new HashMap<>(Map.of(
                "customerId",
                Ids.uuid(tenant, "customer", "c2").toString(),
                "customer",
                "c2",
                "tag",
                "vip",
                "from",
                "2025-01-01T00:00:00Z"));
        feed.say(tenant, "tag.interval", List.of(tag));
        Map<String, Object> ended = new HashMap<>(tag);
        ended.put("until", "2026-03-01T00:00:00Z");
        door.take(
                "orders",
                List.of(
                        order("o1", "c1", "2026-01-01T10:00:00Z", "1"),
                        order("o2", "c2", "2026-01-01T10:00:00Z", "2")));

        assertThat(orders(door, "{markets: [\"de\"]}")).isEqualTo(1);
        assertThat(orders(door, "{markets: []}")).isZero();
        assertThat(orders(
                        door,
                        "{markets: [\"de\", \"us\"], teams: [\"" + GlobalId.of("Team", Ids.uuid(tenant, "team", "t2"))
                                + "\"]}"))
                .isEqualTo(1);
        assertThat(orders(door, "{tags: [\"vip\"]}")).isEqualTo(1);
        feed.say(tenant, "tag.interval", List.of(ended));
        assertThat(orders(door, "{tags: [\"vip\"]}")).isZero();
    }

    @Test
    void hearsTheOrganisationsZoneAndCurrency() {
        String tenant = "settings";
        RoiDoor door = new RoiDoor(tenant);
        feed.say(
                tenant,
                "organisation.changed",
                List.of(Map.of("name", "S", "timeZone", "Asia/Shanghai", "currency", "CNY")));
        door.take("orders", List.of(Map.of("id", "o", "customer", "c", "at", "2026-06-30T16:00:00Z", "amount", "3")));

        JsonNode july = door.as("executive")
                .data("{ revenue(period: {from: \"2026-07-01\", to: \"2026-08-01\"}) { currency orders { value } } }")
                .get("revenue");

        assertThat(july.at("/orders/value").asInt()).isEqualTo(1);
        assertThat(july.get("currency").asText()).isEqualTo("CNY");
    }

    private static int orders(RoiDoor door, String segment) {
        return door.as("executive")
                .data("{ revenue(" + YEAR + ", segment: " + segment + ") { orders { value } } }")
                .at("/revenue/orders/value")
                .asInt();
    }

    private static Map<String, Object> label(
            String tenant, String kind, String idKind, String externalId, String name) {
        return Map.of(
                "kind",
                kind,
                "externalId",
                externalId,
                "id",
                Ids.uuid(tenant, idKind, externalId).toString(),
                "name",
                name);
    }
}
