package io.tideline.roi.value;

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
import io.tideline.test.Statements;
import io.tideline.test.TokenForTests;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "roi"))
class CustomerIT {
    private static final String ALL = "lifetimeValue { value currency reason } acquisitionCost { value reason }"
            + " orders(first: 2) { edges { cursor node { externalId amount refund campaign { name } } } pageInfo { hasNextPage endCursor } }";

    @Inject
    FeedForTests feed;

    @Test
    void readsAHundredCustomersWithOneStatementForEachTable() {
        String tenant = "hundred";
        RoiDoor door = new RoiDoor(tenant);
        List<Map<String, Object>> orders = new ArrayList<>();
        List<Map<String, ?>> customers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            customers.add(customer(tenant, "c" + i, Map.of("market", "de", "campaign", "spring")));
            orders.add(order("a" + i, "c" + i, "2026-01-01T10:00:00Z", "10"));
            orders.add(order("b" + i, "c" + i, "2026-02-01T10:00:00Z", "20"));
            orders.add(order("r" + i, "c" + i, "2026-03-01T10:00:00Z", "-5"));
        }
        feed.say(tenant, "customer.changed", customers);
        door.take("orders", orders);
        door.take("costs", List.of(Map.of("campaign", "spring", "kind", "fee", "amount", "400", "currency", "EUR")));
        List<String> ids = IntStream.range(0, 100).mapToObj(i -> "c" + i).toList();

        List<JsonNode> answers = new ArrayList<>();
        Statements statements = Statements.during("roi", () -> answers.add(ask(door.boss(), tenant, ids, ALL)));

        JsonNode first = answers.get(0).get(0);
        assertThat(answers.get(0)).hasSize(100);
        assertThat(first.at("/lifetimeValue/value").asDouble()).isEqualTo(25);
        assertThat(first.at("/acquisitionCost/value").asDouble()).isEqualTo(4);
        assertThat(first.findValuesAsText("externalId")).containsExactly("r0", "b0");
        assertThat(first.at("/orders/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(first.at("/orders/edges/0/node/campaign/name").asText()).isEqualTo("spring");
        for (String table :
                List.of("customer", "customer_order", "cost_line", "ad_spend", "organisation", "campaign")) {
            assertThat(statements.onTable(table)).as(table).isEqualTo(1);
        }
        assertThat(statements.work()).hasSize(3);
    }

    @Test
    void goesOnBehindACursor() {
        RoiDoor door = new RoiDoor("cursor");
        door.take(
                "orders",
                List.of(
                        order("o1", "c", "2026-01-01T10:00:00Z", "1"),
                        order("o2", "c", "2026-01-02T10:00:00.123456Z", "2"),
                        order("o3", "c", "2026-01-02T10:00:00.123456Z", "3")));
        GraphqlClient boss = door.boss();

        JsonNode first = ask(
                        boss,
                        "cursor",
                        List.of("c"),
                        "orders(first: 2) { edges { node { amount } } pageInfo { endCursor } }")
                .get(0);
        JsonNode second = ask(
                        boss,
                        "cursor",
                        List.of("c"),
                        "orders(first: 2, after: \""
                                + first.at("/orders/pageInfo/endCursor").asText()
                                + "\") { edges { node { amount externalId } } pageInfo { hasNextPage } }")
                .get(0);

        assertThat(first.at("/orders/edges")).hasSize(2);
        assertThat(second.findValuesAsText("externalId")).containsExactly("o1");
        assertThat(second.at("/orders/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @Test
    void countsAMergedCustomerAsOne() {
        String tenant = "merged";
        RoiDoor door = new RoiDoor(tenant);
        door.take(
                "orders",
                List.of(
                        order("o1", "x", "2026-01-01T10:00:00Z", "10"),
                        order("o2", "y", "2026-02-01T10:00:00Z", "20")));
        feed.say(
                tenant,
                "customer.alias",
                List.of(Map.of(
                        "from", Ids.uuid(tenant, "customer", "x").toString(),
                        "to", Ids.uuid(tenant, "customer", "y").toString())));

        JsonNode customer = ask(
                        door.boss(),
                        tenant,
                        List.of("y"),
                        "lifetimeValue { value } orders { edges { node { externalId } } }")
                .get(0);
        JsonNode revenue = door.as("executive")
                .data(
                        "{ revenue(period: {from: \"2026-01-01\", to: \"2027-01-01\"}) { payingCustomers newPayingCustomers { value } repeatPurchaseRate { value } } }")
                .get("revenue");

        assertThat(customer.at("/lifetimeValue/value").asDouble()).isEqualTo(30);
        assertThat(customer.findValuesAsText("externalId")).containsExactly("o2", "o1");
        assertThat(revenue.get("payingCustomers").asInt()).isEqualTo(1);
        assertThat(revenue.at("/newPayingCustomers/value").asInt()).isEqualTo(1);
        assertThat(revenue.at("/repeatPurchaseRate/value").asDouble()).isEqualTo(1);
    }

    @Test
    void countsCustomersOfAMergeThatIsTakenBackAsTwo() {
        String tenant = "parted";
        RoiDoor door = new RoiDoor(tenant);
        door.take(
                "orders",
                List.of(
                        order("o1", "x", "2026-01-01T10:00:00Z", "10"),
                        order("o2", "y", "2026-02-01T10:00:00Z", "20")));
        String x = Ids.uuid(tenant, "customer", "x").toString();
        feed.say(
                tenant,
                "customer.alias",
                List.of(Map.of(
                        "from", x, "to", Ids.uuid(tenant, "customer", "y").toString())));
        feed.say(tenant, "customer.alias.undone", List.of(Map.of("id", x, "members", List.of(x))));

        JsonNode customers = ask(door.boss(), tenant, List.of("x", "y"), "lifetimeValue { value }");

        assertThat(customers.at("/0/lifetimeValue/value").asDouble()).isEqualTo(10);
        assertThat(customers.at("/1/lifetimeValue/value").asDouble()).isEqualTo(20);
    }

    @Test
    void showsLeadsAndAgentsTheirOwnCustomersAlone() {
        String tenant = "sight";
        feed.say(
                tenant,
                "customer.changed",
                List.of(
                        customer(tenant, "mine", Map.of("agent", "a1", "team", "t1")),
                        customer(tenant, "mate", Map.of("agent", "a2", "team", "t1")),
                        customer(tenant, "far", Map.of("agent", "a3", "team", "t2"))));
        new RoiDoor(tenant)
                .take(
                        "orders",
                        List.of(
                                order("o1", "mine", "2026-01-01T10:00:00Z", "1"),
                                order("o2", "mate", "2026-01-01T10:00:00Z", "1"),
                                order("o3", "far", "2026-01-01T10:00:00Z", "1")));
        List<String> all = List.of("mine", "mate", "far");
        String fields = "orders { edges { node { externalId } } }";

        JsonNode agent = ask(
                GraphqlClient.as(TokenForTests.of(tenant, "agent").agent("a1").team("t1")), tenant, all, fields);
        JsonNode lead = ask(GraphqlClient.as(TokenForTests.of(tenant, "lead").team("t1")), tenant, all, fields);
        JsonNode nobody = ask(GraphqlClient.as(TokenForTests.of(tenant, "agent")), tenant, all, fields);

        assertThat(agent.findValuesAsText("externalId")).containsExactly("o1");
        assertThat(agent.get(1).get("orders").isNull()).isTrue();
        assertThat(lead.findValuesAsText("externalId")).containsExactly("o1", "o2");
        assertThat(nobody.findValuesAsText("externalId")).isEmpty();
    }

    @Test
    void hasNoValueForACustomerWhoBoughtNothing() {
        String tenant = "no-orders";
        feed.say(tenant, "customer.changed", List.of(customer(tenant, "c", Map.of())));

        JsonNode customer =
                ask(new RoiDoor(tenant).boss(), tenant, List.of("c"), ALL).get(0);

        assertThat(customer.at("/lifetimeValue/reason").asText()).isEqualTo("NO_DATA");
        assertThat(customer.at("/acquisitionCost/reason").asText()).isEqualTo("NO_DATA");
        assertThat(customer.at("/orders/edges")).isEmpty();
    }

    private static JsonNode ask(GraphqlClient client, String tenant, List<String> customers, String fields) {
        List<Map<String, String>> keys = customers.stream()
                .map(external -> Map.of(
                        "__typename",
                        "Customer",
                        "id",
                        GlobalId.of("Customer", Ids.uuid(tenant, "customer", external))))
                .toList();
        return client.data(
                        "query($keys: [_Any!]!) { _entities(representations: $keys) { ... on Customer { id " + fields
                                + " } } }",
                        Map.of("keys", keys))
                .get("_entities");
    }

    private static Map<String, Object> order(String id, String customer, String at, String amount) {
        return Map.of(
                "id", id, "customer", customer, "at", at, "amount", amount, "currency", "EUR", "campaign", "spring");
    }
}
