package io.tideline.gateway.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.gateway.FakeSubgraph;
import io.tideline.gateway.GatewayInMemory;
import io.tideline.gateway.Supply;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExecutorTest {
    private static final String BOATS =
            """
            type Query @join__type(graph: A) @join__type(graph: B) {
              boats: [Boat] @join__field(graph: A)
              flagship: Boat @join__field(graph: A)
              strict: [Boat!]! @join__field(graph: A)
            }
            type Boat @join__type(graph: A, key: "hull") @join__type(graph: B, key: "hull") {
              hull: ID
              name: String! @join__field(graph: A)
              captain: Captain @join__field(graph: B)
              draught: Float! @join__field(graph: B)
              ports: [String!] @join__field(graph: B)
            }
            type Captain @join__type(graph: B) { name: String! rank: Rank }
            enum Rank @join__type(graph: B) { MATE @join__enumValue(graph: B) ADMIRAL @inaccessible @join__enumValue(graph: B) }
            """;
    private static final String YARD =
            """
            type Query { boats: [Boat] flagship: Boat strict: [Boat!]! }
            type Boat { hull: ID name: String! }
            """;
    private static final String CREW =
            """
            type Query { ready: Boolean }
            type Boat { hull: ID captain: Captain draught: Float ports: [String] }
            type Captain { name: String rank: Rank }
            enum Rank { MATE ADMIRAL }
            """;

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

    private static Map<String, Object> boat(String hull, String name) {
        return hull.isEmpty() ? Map.of("__typename", "Boat", "name", name) : Map.of("hull", hull, "name", name);
    }

    private FakeSubgraph yard() {
        return start(FakeSubgraph.of(YARD)
                .root(
                        "boats",
                        Arrays.asList(
                                boat("h1", "Ida"), null, boat("", "Nameless"), boat("h2", "Ro"), boat("h1", "Ida")))
                .root("strict", List.of(boat("h1", "Ida"), boat("h9", "Gone")))
                .root("flagship", boat("h1", "Ida")));
    }

    private FakeSubgraph crew() {
        return start(FakeSubgraph.of(CREW).entity("Boat", sent -> switch (String.valueOf(sent.get("hull"))) {
            case "h1" ->
                Map.of("__typename", "Boat", "draught", 2.50, "captain", Map.of("name", "Öland \"Ö\"", "rank", "MATE"));
            case "h2" ->
                Map.of(
                        "__typename",
                        "Boat",
                        "draught",
                        3,
                        "captain",
                        Map.of("rank", "ADMIRAL"),
                        "ports",
                        Arrays.asList("Kiel", null));
            default -> null;
        }));
    }

    private GatewayInMemory gateway(FakeSubgraph a, FakeSubgraph b) {
        return new GatewayInMemory(
                vertx, Supply.supergraph(BOATS), Map.of("a", a.url(), "b", b.url()), Duration.ofSeconds(2));
    }

    @Test
    void mergesEntitiesAsksEachOnceAndSkipsThoseWithoutAKey() {
        FakeSubgraph crew = crew();
        GatewayInMemory gateway = gateway(yard(), crew);

        String answer = gateway.ask("{ boats { n: name captain { name } } }");

        assertThat(answer)
                .startsWith("{\"data\":{\"boats\":["
                        + "{\"n\":\"Ida\",\"captain\":{\"name\":\"Öland \\\"Ö\\\"\"}},null,"
                        + "{\"n\":\"Nameless\",\"captain\":null},"
                        + "{\"n\":\"Ro\",\"captain\":null},"
                        + "{\"n\":\"Ida\",\"captain\":{\"name\":\"Öland \\\"Ö\\\"\"}}]}")
                .contains("\"path\":[\"boats\",3,\"captain\",\"name\"]");
        assertThat(crew.asked).hasSize(1);
        assertThat(crew.asked.get(0).getJsonObject("variables").getJsonArray("representations"))
                .hasSize(2);
    }

    @Test
    void carriesANullUpToTheNearestNullableParent() {
        GatewayInMemory gateway = gateway(yard(), crew());

        assertThat(gateway.ask("{ strict { name draught } }")).startsWith("{\"data\":null,\"errors\":[");
        assertThat(gateway.ask("{ flagship { name draught } }"))
                .isEqualTo("{\"data\":{\"flagship\":{\"name\":\"Ida\",\"draught\":2.5}}}");
    }

    @Test
    void blamesOnlyTheFieldThatTookTheWholeAnswerWithIt() {
        FakeSubgraph yard = yard();
        yard.answerInstead(request -> {
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end("{\"data\":null,\"errors\":[{\"message\":\"Sunk.\",\"path\":[\"two\"],"
                            + "\"extensions\":{\"code\":\"CONFLICT\"}}]}");
            return true;
        });

        assertThat(gateway(yard, crew()).ask("{ one: strict { name } two: strict { name } }"))
                .isEqualTo(
                        "{\"data\":null,\"errors\":[{\"message\":\"Sunk.\",\"path\":[\"two\"],\"code\":\"CONFLICT\"}]}");
    }

    @Test
    void looksIntoListsAndEnumsThatMayHoldTooMuch() {
        GatewayInMemory gateway = gateway(yard(), crew());

        assertThat(gateway.ask("{ boats { ports captain { rank } } }"))
                .contains("{\"ports\":null,\"captain\":{\"rank\":\"MATE\"}}")
                .contains("{\"ports\":null,\"captain\":{\"rank\":null}}");
    }

    @Test
    void nullsOnlyTheBranchOfASubgraphThatIsDown() {
        FakeSubgraph crew = crew();
        crew.answerInstead(request -> {
            request.response().setStatusCode(503).end("busy");
            return true;
        });
        GatewayInMemory gateway = gateway(yard(), crew);

        String answer = gateway.ask("{ flagship { name captain { name } } }");

        assertThat(answer)
                .startsWith("{\"data\":{\"flagship\":{\"name\":\"Ida\",\"captain\":null}},\"errors\":[{")
                .contains("\"path\":[\"flagship\",\"captain\"]", "\"code\":\"SUBGRAPH_UNAVAILABLE\"");
        assertThat(answer.split("SUBGRAPH_UNAVAILABLE", -1)).hasSize(2);
    }

    @Test
    void takesAnAnswerThatIsNotJsonForNone() {
        FakeSubgraph yard = yard();
        yard.answerInstead(request -> {
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end("{\"data\":{\"flagship\":{\"name\":\"Ida\",}}}");
            return true;
        });
        GatewayInMemory gateway = gateway(yard, crew());

        assertThat(gateway.ask("{ flagship { name } }"))
                .startsWith("{\"data\":{\"flagship\":null}")
                .contains("UPSTREAM_INVALID");
    }

    @Test
    void waitsNoLongerThanItsDeadline() {
        FakeSubgraph crew = crew();
        crew.answerInstead(request -> true);
        GatewayInMemory gateway = new GatewayInMemory(
                vertx, Supply.supergraph(BOATS), Map.of("a", yard().url(), "b", crew.url()), Duration.ofMillis(200));

        assertThat(gateway.ask("{ flagship { name captain { name } } }"))
                .contains("\"captain\":null", "SUBGRAPH_UNAVAILABLE");
    }

    @Test
    void saysErrorsOfEntitiesInTheClientsTerms() {
        FakeSubgraph crew = start(FakeSubgraph.of(CREW)
                .entity("Boat", sent -> Map.of("__typename", "Boat", "hull", String.valueOf(sent.get("hull"))))
                .field("Boat", "captain", environment -> {
                    throw new IllegalStateException("overboard");
                }));
        GatewayInMemory gateway = gateway(yard(), crew);

        assertThat(gateway.ask("{ fleet: boats { who: captain { name } } }"))
                .contains("\"path\":[\"fleet\",0,\"who\"]", "\"path\":[\"fleet\",3,\"who\"]", "Something went wrong")
                .doesNotContain("overboard");
    }

    @Test
    void passesTheAuthorizationOn() {
        FakeSubgraph yard = yard();
        GatewayInMemory gateway = gateway(yard, crew());

        gateway.ask("{ flagship { name } }", Map.of(), "Bearer me");

        assertThat(yard.authorizations).containsExactly("Bearer me");
    }

    @Test
    void answersTheTypeNameOfTheRootAlone() {
        FakeSubgraph yard = yard();

        assertThat(gateway(yard, crew()).ask("{ a: __typename }")).isEqualTo("{\"data\":{\"a\":\"Query\"}}");
        assertThat(yard.asked).isEmpty();
    }
}
