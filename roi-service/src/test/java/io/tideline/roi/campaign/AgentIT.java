package io.tideline.roi.campaign;

import static io.tideline.roi.FeedForTests.customer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.roi.FeedForTests;
import io.tideline.roi.RoiDoor;
import io.tideline.test.GraphqlClient;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "roi"))
class AgentIT {
    private static final String YEAR = "period: {from: \"2026-01-01\", to: \"2027-01-01\"}";

    @Inject
    FeedForTests feed;

    @Test
    void creditsAgentsWithTheDealsOfTheirCustomers() {
        String tenant = "contribution";
        RoiDoor door = new RoiDoor(tenant);
        feed.say(
                tenant,
                "customer.changed",
                List.of(
                        customer(tenant, "c1", Map.of("agent", "a1", "team", "t1")),
                        customer(tenant, "c2", Map.of("agent", "a2", "team", "t1"))));
        door.take("campaigns", List.of(Map.of("id", "mass", "started_at", "2026-02-01T00:00:00Z", "sends", 2000)));
        door.take(
                "orders",
                List.of(
                        Map.of(
                                "id",
                                "o1",
                                "customer",
                                "c1",
                                "at",
                                "2026-02-02T10:00:00Z",
                                "amount",
                                "1",
                                "currency",
                                "EUR",
                                "campaign",
                                "mass"),
                        Map.of(
                                "id",
                                "o2",
                                "customer",
                                "c1",
                                "at",
                                "2026-02-03T10:00:00Z",
                                "amount",
                                "1",
                                "currency",
                                "EUR",
                                "campaign",
                                "mass"),
                        Map.of(
                                "id",
                                "o3",
                                "customer",
                                "c1",
                                "at",
                                "2026-02-03T10:00:00Z",
                                "amount",
                                "1",
                                "currency",
                                "EUR"),
                        Map.of(
                                "id",
                                "o4",
                                "customer",
                                "c2",
                                "at",
                                "2026-02-03T10:00:00Z",
                                "amount",
                                "1",
                                "currency",
                                "EUR",
                                "campaign",
                                "mass")));
        String query = "query($r: [_Any!]!) { _entities(representations: $r) { ... on Agent { dealsPerThousandSends("
                + YEAR + ") { value reason } } } }";
        Map<String, Object> keys = Map.of(
                "r",
                List.of(
                        Map.of("__typename", "Agent", "id", GlobalId.of("Agent", Ids.uuid(tenant, "agent", "a1"))),
                        Map.of("__typename", "Agent", "id", GlobalId.of("Agent", Ids.uuid(tenant, "agent", "a2")))));

        JsonNode lead =
                GraphqlClient.as(TokenForTests.of(tenant, "lead").team("t1")).data(query, keys);
        JsonNode agent =
                GraphqlClient.as(TokenForTests.of(tenant, "agent").agent("a1")).data(query, keys);

        assertThat(lead.at("/_entities/0/dealsPerThousandSends/value").asDouble())
                .isEqualTo(1);
        assertThat(lead.at("/_entities/1/dealsPerThousandSends/value").asDouble())
                .isEqualTo(0.5);
        assertThat(agent.at("/_entities/0/dealsPerThousandSends/value").asDouble())
                .isEqualTo(1);
        assertThat(agent.at("/_entities/1/dealsPerThousandSends").isNull()).isTrue();
    }

    /** KP-07: on February 10 c1 goes from a1 in t1 to a2 in t2. */
    @Test
    void creditsDealsToWhoHeldTheCustomerAtTheOrder() {
        String tenant = "care";
        RoiDoor door = new RoiDoor(tenant);
        feed.sayFrom(
                Instant.parse("2026-01-01T00:00:00Z"),
                tenant,
                "customer.changed",
                List.of(
                        customer(tenant, "c1", Map.of("agent", "a1", "team", "t1")),
                        customer(tenant, "c2", Map.of("agent", "a1", "team", "t1"))));
        feed.sayFrom(
                Instant.parse("2026-02-10T00:00:00Z"),
                tenant,
                "customer.changed",
                List.of(customer(tenant, "c1", Map.of("agent", "a2", "team", "t2"))));
        // Overtaken by what was just told: a long transaction began before it.
        feed.sayFrom(
                Instant.parse("2026-02-09T00:00:00Z"),
                tenant,
                "customer.changed",
                List.of(customer(tenant, "c1", Map.of("agent", "a1", "team", "t1"))));
        door.take("campaigns", List.of(Map.of("id", "mass", "started_at", "2026-02-01T00:00:00Z", "sends", 1000)));
        door.take(
                "orders",
                List.of(
                        deal("o1", "c1", "2026-02-09T23:59:59Z"),
                        deal("o2", "c1", "2026-02-10T00:00:00Z"),
                        deal("o3", "c2", "2026-02-20T00:00:00Z")));

        assertThat(deals(GraphqlClient.as(TokenForTests.of(tenant, "lead").team("t1")), tenant))
                .containsExactly("2", "0");
        assertThat(deals(GraphqlClient.as(TokenForTests.of(tenant, "lead").team("t2")), tenant))
                .containsExactly("0", "1");
        assertThat(deals(GraphqlClient.as(TokenForTests.of(tenant, "operations")), tenant))
                .containsExactly("2", "1");
    }

    private static List<String> deals(GraphqlClient client, String tenant) {
        return client.data(
                        "query($r: [_Any!]!) { _entities(representations: $r) { ... on Agent { dealsPerThousandSends("
                                + YEAR + ") { numerator } } } }",
                        Map.of(
                                "r",
                                List.of(
                                        Map.of(
                                                "__typename",
                                                "Agent",
                                                "id",
                                                GlobalId.of("Agent", Ids.uuid(tenant, "agent", "a1"))),
                                        Map.of(
                                                "__typename",
                                                "Agent",
                                                "id",
                                                GlobalId.of("Agent", Ids.uuid(tenant, "agent", "a2"))))))
                .get("_entities")
                .findValuesAsText("numerator");
    }

    private static Map<String, Object> deal(String id, String customer, String at) {
        return Map.of("id", id, "customer", customer, "at", at, "amount", "1", "currency", "EUR", "campaign", "mass");
    }
}
