package io.tideline.gateway.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.gateway.FakeSubgraph;
import io.tideline.gateway.GatewayInMemory;
import io.tideline.gateway.Supply;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers to golden plans whose point is what the client reads. */
class HardCasesTest {
    private static final Path CASES = Path.of("src/test/resources/plan");

    private final Vertx vertx = Vertx.vertx();
    private final List<FakeSubgraph> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(FakeSubgraph::close);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private FakeSubgraph start(FakeSubgraph.Builder builder) {
        FakeSubgraph subgraph = builder.start(vertx);
        started.add(subgraph);
        return subgraph;
    }

    private GatewayInMemory gateway(String name, FakeSubgraph a, FakeSubgraph b) {
        return new GatewayInMemory(
                vertx,
                Supply.text(CASES.resolve(name).resolve("supergraph.graphqls")),
                Map.of("a", a.url(), "b", b.url()),
                Duration.ofSeconds(20));
    }

    @Test
    void answersNothingOfAMemberThatCannotStandThere() {
        FakeSubgraph a =
                start(FakeSubgraph.of("type Query { cover: Media } union Media = Song type Song { title: String! }")
                        .root("cover", Map.of("__typename", "Song", "title", "Alba")));
        FakeSubgraph b = start(FakeSubgraph.of("type Query { reel: String }"));
        GatewayInMemory gateway = gateway("member-no-subgraph-returns-here", a, b);

        assertThat(gateway.ask("{ cover { ... on Film { title } } }")).isEqualTo("{\"data\":{\"cover\":{}}}");
        assertThat(gateway.ask("{ cover { ... on Film { title } ... on Song { title } } }"))
                .isEqualTo("{\"data\":{\"cover\":{\"title\":\"Alba\"}}}");
        assertThat(b.asked).isEmpty();
    }

    @Test
    void asksTheTypeOfAnInterfaceObjectAndRefusesOneThatNobodyKnows() {
        FakeSubgraph a = start(FakeSubgraph.of(
                        "type Query { ready: Boolean } interface Member { id: ID! } type Person implements Member { id: ID! }")
                .entity("Person", sent -> null)
                .entity(
                        "Member",
                        sent -> "m1".equals(sent.get("id")) ? Map.of("__typename", "Person", "id", "m1") : null));
        GatewayInMemory gateway = gateway("interface-object-by-one-member", a, members("m1"));
        GatewayInMemory strange = gateway("interface-object-by-one-member", a, members("m9"));

        assertThat(gateway.ask("{ members { __typename since } }"))
                .isEqualTo("{\"data\":{\"members\":[{\"__typename\":\"Person\",\"since\":\"1999\"}]}}");
        assertThat(strange.ask("{ members { since } }")).isEqualTo("{\"data\":{\"members\":[{\"since\":\"1999\"}]}}");
        assertThat(strange.ask("{ members { __typename since } }"))
                .startsWith("{\"data\":null,\"errors\":[{")
                .contains("\"path\":[\"members\",0,\"__typename\"]");
    }

    private FakeSubgraph members(String id) {
        return start(FakeSubgraph.of("type Query { members: [Member!]! } type Member { id: ID! since: String }")
                .root("members", List.of(Map.of("id", id, "since", "1999"))));
    }

    @Test
    void mergesValuesOfTwoSubgraphsByTheirPosition() {
        FakeSubgraph a = start(FakeSubgraph.of(
                        "type Query { route: Route } type Route { id: ID! stops: [Stop!]! } type Stop { name: String }")
                .root("route", Map.of("id", "r", "stops", List.of(Map.of("name", "Ulm"), Map.of("name", "Bonn")))));
        FakeSubgraph b = start(FakeSubgraph.of("type Query { ready: Boolean } type Route { id: ID! stops: [Stop!]! } "
                        + "type Stop { delay: Int weather: Weather } type Weather { sky: String }")
                .entity(
                        "Route",
                        sent -> Map.of(
                                "__typename",
                                "Route",
                                "stops",
                                List.of(Map.of("delay", 1), Map.of("delay", 2, "weather", Map.of("sky", "grey"))))));
        GatewayInMemory gateway = gateway("values-merged-by-position", a, b);

        assertThat(gateway.ask("{ route { stops { name } stops { delay weather { sky } } } }"))
                .isEqualTo("{\"data\":{\"route\":{\"stops\":[{\"name\":\"Ulm\",\"delay\":1,\"weather\":null},"
                        + "{\"name\":\"Bonn\",\"delay\":2,\"weather\":{\"sky\":\"grey\"}}]}}}");
    }
}
