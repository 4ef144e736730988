package io.tideline.gateway.execute;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.DataFetcher;
import io.tideline.gateway.FakeSubgraph;
import io.tideline.gateway.GatewayInMemory;
import io.tideline.gateway.Supply;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        return gateway(name, Map.of("a", a, "b", b));
    }

    private GatewayInMemory gateway(String name, Map<String, FakeSubgraph> subgraphs) {
        return new GatewayInMemory(
                vertx,
                Supply.text(CASES.resolve(name).resolve("supergraph.graphqls")),
                subgraphs.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue()
                        .url())),
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

    private FakeSubgraph harbour(String ship, String port) {
        return start(FakeSubgraph.of(
                        "type Query { node(id: ID!): Node } interface Node { id: ID! } "
                                + "type Ship implements Node { id: ID! speed: Int } type Port implements Node { id: ID! berths: Int }")
                .root("node", (DataFetcher<?>) asked -> "s1".equals(asked.getArgument("id"))
                        ? Map.of("__typename", "Ship", "id", ship, "speed", 12)
                        : Map.of("__typename", "Port", "id", port, "berths", 40)));
    }

    @Test
    void tellsOfANodeOnlyWhatItsOwnersTell() {
        FakeSubgraph a = harbour("s1", "never");
        FakeSubgraph b = harbour("never", "p1");
        GatewayInMemory gateway = gateway("node-whose-id-each-knows-for-its-own", a, b);

        assertThat(gateway.ask("{ node(id: \"p1\") { __typename ... on Ship { id } } }"))
                .isEqualTo("{\"data\":{\"node\":{\"__typename\":\"Port\"}}}");
        assertThat(gateway.ask(ofBoth("... on Port { id }", "... on Ship { id }")))
                .isEqualTo("{\"data\":{\"ship\":{},\"port\":{}}}");
        assertThat(gateway.ask(ofBoth("... on Ship { id speed }", "... on Port { id berths }")))
                .isEqualTo("{\"data\":{\"ship\":{\"id\":\"s1\",\"speed\":12},\"port\":{\"id\":\"p1\",\"berths\":40}}}");
    }

    private static String ofBoth(String ship, String port) {
        return "{ ship: node(id: \"s1\") { " + ship + " } port: node(id: \"p1\") { " + port + " } }";
    }

    @Test
    void sendsNoKeysThatHoldANullAndKeepsThePositions() {
        FakeSubgraph a = start(
                FakeSubgraph.of("type Query { shelves: [Shelf] } type Shelf { book: Book } type Book { isbn: ID }")
                        .root(
                                "shelves",
                                Stream.of("i1", "", "i2", "i3", "i4")
                                        .map(HardCasesTest::shelf)
                                        .toList()));
        FakeSubgraph b =
                start(FakeSubgraph.of("type Query { ready: Boolean } type Book { isbn: ID code: ID edition: Edition } "
                                + "type Edition { year: Int }")
                        .entity("Book", HardCasesTest::codes));
        FakeSubgraph c = start(FakeSubgraph.of(
                        "type Query { ready: Boolean } type Book { author: Author } type Author { name: String! }")
                .entity(
                        "Book",
                        sent -> Map.of("__typename", "Book", "author", Map.of("name", "of " + sent.get("code")))));
        GatewayInMemory gateway = gateway("keys-that-may-be-null", Map.of("a", a, "b", b, "c", c));

        assertThat(gateway.ask("{ shelves { book { isbn author { name } } } }"))
                .isEqualTo("{\"data\":{\"shelves\":["
                        + "{\"book\":{\"isbn\":\"i1\",\"author\":{\"name\":\"of c1\"}}},"
                        + "{\"book\":{\"isbn\":null,\"author\":null}},"
                        + "{\"book\":{\"isbn\":\"i2\",\"author\":null}},"
                        + "{\"book\":{\"isbn\":\"i3\",\"author\":null}},"
                        + "{\"book\":{\"isbn\":\"i4\",\"author\":null}}]}}");
        assertThat(sent(b)).extracting(one -> one.getString("isbn")).containsExactly("i1", "i2", "i3", "i4");
        assertThat(sent(c))
                .containsExactly(
                        new JsonObject("{\"__typename\":\"Book\",\"code\":\"c1\",\"edition\":{\"year\":1999}}"));
    }

    private static Map<String, Object> shelf(String isbn) {
        return Map.of("book", isbn.isEmpty() ? Map.of("__typename", "Book") : Map.of("isbn", isbn));
    }

    /** A key that is whole, one with a null below, one with a null in front, and a book that is not there. */
    private static @Nullable Object codes(Map<String, Object> sent) {
        return switch (String.valueOf(sent.get("isbn"))) {
            case "i1" -> Map.of("__typename", "Book", "code", "c1", "edition", Map.of("year", 1999));
            case "i2" -> Map.of("__typename", "Book", "code", "c2", "edition", Map.of());
            case "i3" -> Map.of("__typename", "Book", "edition", Map.of("year", 2001));
            default -> null;
        };
    }

    private static List<JsonObject> sent(FakeSubgraph subgraph) {
        return subgraph.asked.stream()
                .flatMap(body -> body.getJsonObject("variables").getJsonArray("representations").stream())
                .map(JsonObject.class::cast)
                .toList();
    }

    @Test
    void asksAnInterfaceObjectForNoOtherTypesThanWereMeant() {
        String supergraph = Supply.supergraph(
                """
                type Query @join__type(graph: A) @join__type(graph: B) { hit: Hit @join__field(graph: A) }
                union Hit @join__type(graph: A) @join__unionMember(graph: A, member: "Person")
                  @join__unionMember(graph: A, member: "Robot") = Person | Robot
                interface Member @join__type(graph: A, key: "id") @join__type(graph: B, key: "id", isInterfaceObject: true) {
                  id: ID! since: String @join__field(graph: B)
                }
                type Person implements Member @join__type(graph: A, key: "id") @join__implements(graph: A, interface: "Member") {
                  id: ID! since: String @join__field
                }
                type Robot @join__type(graph: A, key: "id") { id: ID! }
                """);
        FakeSubgraph a = start(FakeSubgraph.of(
                        "type Query { hit: Hit } union Hit = Person | Robot type Person { id: ID! } type Robot { id: ID! }")
                .root("hit", Map.of("__typename", "Robot", "id", "r1")));
        FakeSubgraph b = members("m1");
        GatewayInMemory gateway =
                new GatewayInMemory(vertx, supergraph, Map.of("a", a.url(), "b", b.url()), Duration.ofSeconds(20));

        assertThat(gateway.ask("{ hit { ... on Person { since } ... on Robot { id } } }"))
                .isEqualTo("{\"data\":{\"hit\":{\"id\":\"r1\"}}}");
        assertThat(b.asked).isEmpty();
    }
}
