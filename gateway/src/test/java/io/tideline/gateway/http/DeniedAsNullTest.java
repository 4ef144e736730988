package io.tideline.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tideline.gateway.FakeSubgraph;
import io.tideline.gateway.GatewayInMemory;
import io.tideline.gateway.Supply;
import io.tideline.gateway.access.Caller;
import io.tideline.gateway.operation.GraphqlRequest;
import io.tideline.gateway.operation.Limits;
import io.tideline.gateway.supergraph.SupergraphReader;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code tideline.gateway.denied=null}: what is denied is known, never fetched, and null. */
class DeniedAsNullTest {
    private static final String HARBOUR =
            """
            type Query @join__type(graph: A) @join__type(graph: B) {
              boats: [Boat] @join__field(graph: A)
              vault: Vault @join__field(graph: A)
              chest: Vault @requiresScopes(scopes: [["vault"]]) @join__field(graph: A)
              things: [Thing] @join__field(graph: A)
              depth(at: Mark, in: Area): Int @join__field(graph: A)
            }
            scalar Mark @join__type(graph: A) @requiresScopes(scopes: [["vault"]])
            input Area @join__type(graph: A) { north: Int mark: Mark within: [Area!] }
            type Mutation @join__type(graph: A) { sink(hull: ID): Boat @requiresScopes(scopes: [["vault"]]) }
            interface Thing @join__type(graph: A) { name: String }
            type Boat implements Thing @join__implements(graph: A, interface: "Thing")
              @join__type(graph: A, key: "hull") @join__type(graph: B, key: "hull") {
              hull: ID @requiresScopes(scopes: [["vault"]])
              name: String @join__field(graph: A)
              captain: String @join__field(graph: B)
              cargo: String @requiresScopes(scopes: [["vault"]]) @join__field(graph: B)
              weight: Float! @requiresScopes(scopes: [["vault"]]) @join__field(graph: B)
            }
            type Bomb implements Thing @join__implements(graph: A, interface: "Thing")
              @join__type(graph: A) @requiresScopes(scopes: [["vault"]]) { name: String fuse: Int }
            type Vault @join__type(graph: A) { code: String @requiresScopes(scopes: [["vault"]]) door: String }
            """;

    private final Vertx vertx = Vertx.vertx();
    private final FakeSubgraph a = FakeSubgraph.of(
                    """
                    enum Mark { ONE }
                    input Area { north: Int mark: Mark within: [Area!] }
                    type Query { boats: [Boat] vault: Vault chest: Vault things: [Thing] depth(at: Mark, in: Area): Int }
                    type Mutation { sink(hull: ID): Boat }
                    interface Thing { name: String }
                    type Boat implements Thing { hull: ID name: String }
                    type Bomb implements Thing { name: String fuse: Int }
                    type Vault { code: String door: String }
                    """)
            .root("boats", List.of(Map.of("hull", "h1", "name", "Ida")))
            .root("depth", 7)
            .root("vault", Map.of("code", "1234", "door", "oak"))
            .root(
                    "things",
                    List.of(Map.of("__typename", "Boat", "name", "Ida"), Map.of("__typename", "Bomb", "name", "Boom")))
            .start(vertx);
    private final FakeSubgraph b = FakeSubgraph.of(
                    """
                    type Query { ready: Boolean }
                    type Boat { hull: ID captain: String cargo: String weight: Float }
                    """)
            .entity("Boat", sent -> Map.of("__typename", "Boat", "captain", "Ro", "cargo", "gold", "weight", 2.5))
            .start(vertx);
    private final Generation generation = new Generation(
            SupergraphReader.read(Supply.supergraph(HARBOUR)),
            new Generation.Manners(false, true, Limits.PUBLIC, Duration.ofSeconds(10)),
            GatewayInMemory.client(vertx, Map.of("a", a.url(), "b", b.url()), Duration.ofSeconds(5)),
            new PlanWatch(new SimpleMeterRegistry(), Duration.ofSeconds(5)));

    @AfterEach
    void stop() {
        a.close();
        b.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private JsonObject ask(String query, String... scopes) {
        return ask(query, Map.of(), scopes);
    }

    private JsonObject ask(String query, Map<String, Object> variables, String... scopes) {
        Answer answer = QueryPipeline.run(
                        generation,
                        new GraphqlRequest(query, null, new HashMap<>(variables), Map.of()),
                        new Caller(true, Set.of(scopes), "Bearer me"),
                        false,
                        VisitForTests.quiet())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return new JsonObject(new String(answer.body().toArray(), StandardCharsets.UTF_8));
    }

    private static List<String> denied(JsonObject answer) {
        return answer.getJsonArray("errors", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .peek(error -> assertThat(error.getJsonObject("extensions").getString("code"))
                        .isEqualTo("UNAUTHORIZED_FIELD_OR_TYPE"))
                .map(error -> error.getJsonArray("path").encode())
                .toList();
    }

    @Test
    void answersADeniedFieldWithNullAndOneErrorForEachPath() {
        JsonObject answer = ask("{ boats { name gold: cargo cargo } vault { door code } }");

        assertThat(answer.getJsonObject("data"))
                .isEqualTo(
                        new JsonObject(
                                "{\"boats\":[{\"name\":\"Ida\",\"gold\":null,\"cargo\":null}],\"vault\":{\"door\":\"oak\",\"code\":null}}"));
        assertThat(denied(answer))
                .containsExactly("[\"boats\",\"gold\"]", "[\"boats\",\"cargo\"]", "[\"vault\",\"code\"]");
        assertThat(b.asked).isEmpty();
        assertThat(a.asked.toString()).doesNotContain("code");
    }

    @Test
    void answersThoseWhoseScopesOpenIt() {
        JsonObject answer = ask("{ boats { cargo weight } vault { code } }", "vault");

        assertThat(answer)
                .isEqualTo(new JsonObject(
                        "{\"data\":{\"boats\":[{\"cargo\":\"gold\",\"weight\":2.5}],\"vault\":{\"code\":\"1234\"}}}"));
    }

    @Test
    void asksNobodyForAnObjectOfWhichNothingIsLeft() {
        JsonObject answer = ask("{ vault { code } chest { door } }");

        assertThat(answer.getJsonObject("data")).isEqualTo(new JsonObject("{\"vault\":null,\"chest\":null}"));
        assertThat(denied(answer)).containsExactly("[\"vault\",\"code\"]", "[\"chest\"]");
        assertThat(a.asked).isEmpty();
    }

    @Test
    void usesAProtectedKeyAndNeverShowsIt() {
        JsonObject answer = ask("{ boats { hull captain } }");

        assertThat(answer.getJsonObject("data"))
                .isEqualTo(new JsonObject("{\"boats\":[{\"hull\":null,\"captain\":\"Ro\"}]}"));
        assertThat(denied(answer)).containsExactly("[\"boats\",\"hull\"]");
    }

    @Test
    void carriesTheNullOfADeniedFieldUpWhereNoneMayBe() {
        JsonObject answer = ask("{ boats { name weight } }");

        assertThat(answer.getJsonObject("data")).isEqualTo(new JsonObject("{\"boats\":[null]}"));
        assertThat(denied(answer)).containsExactly("[\"boats\",\"weight\"]");
        assertThat(b.asked).isEmpty();
    }

    @Test
    void seesThroughFragmentsAndInterfaces() {
        JsonObject answer = ask(
                "{ ...All } fragment All on Query { boats { ...B } } fragment B on Thing { ... on Boat { cargo } name }");
        assertThat(answer.getJsonObject("data"))
                .isEqualTo(new JsonObject("{\"boats\":[{\"cargo\":null,\"name\":\"Ida\"}]}"));
        assertThat(denied(answer)).containsExactly("[\"boats\",\"cargo\"]");

        JsonObject things = ask("{ things { ... on Boat { name } ... on Bomb { fuse } } }");
        assertThat(things.getJsonObject("data")).isEqualTo(new JsonObject("{\"things\":[{\"name\":\"Ida\"},null]}"));
        assertThat(denied(things)).containsExactly("[\"things\",\"fuse\"]");
        assertThat(a.asked.toString()).doesNotContain("fuse");
        assertThat(b.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ depth(at: 1) }",
                "{ depth(in: { mark: 1 }) }",
                "{ depth(in: { north: 1, within: [{ mark: 1 }] }) }",
                "query ($at: Mark) { depth(at: $at) }",
                "query ($in: Area = { mark: 1 }) { depth(in: $in) }"
            })
    void givesADeniedInputToNobody(String query) {
        JsonObject answer = ask(query);

        assertThat(answer.getJsonObject("data")).isEqualTo(new JsonObject("{\"depth\":null}"));
        assertThat(denied(answer)).containsExactly("[\"depth\"]");
        assertThat(a.asked).isEmpty();
    }

    @Test
    void takesNoDeniedInputInTheValueOfAVariable() {
        String query = "query ($in: Area) { depth(in: $in) }";

        assertThat(ask(query, Map.of("in", Map.of("mark", 1))).encode()).contains("BAD_USER_INPUT");
        assertThat(a.asked).isEmpty();
        assertThat(ask(query, Map.of("in", Map.of("north", 1)))).isEqualTo(new JsonObject("{\"data\":{\"depth\":7}}"));
    }

    @Test
    void saysNothingOfWhatIsSkipped() {
        JsonObject answer = ask("{ vault { door code @skip(if: true) } }");

        assertThat(answer).isEqualTo(new JsonObject("{\"data\":{\"vault\":{\"door\":\"oak\"}}}"));
    }

    @Test
    void runsNoDeniedMutation() {
        JsonObject answer = ask("mutation { sink(hull: 1) { name } }");

        assertThat(answer.getJsonObject("data")).isEqualTo(new JsonObject("{\"sink\":null}"));
        assertThat(denied(answer)).containsExactly("[\"sink\"]");
        assertThat(a.asked).isEmpty();
    }

    @Test
    void showsTheWholeSchemaAndStillRefusesWhatIsNotInIt() {
        assertThat(ask("{ __type(name: \"Vault\") { fields { name } } }").encode())
                .contains("{\"name\":\"code\"}");
        assertThat(ask("{ vault { cod } }").encode()).contains("GRAPHQL_VALIDATION_FAILED");
    }

    @Test
    void doesNotMixCallersOfOneText() {
        String query = "{ vault { code } }";

        assertThat(ask(query).getJsonObject("data").getValue("vault")).isNull();
        assertThat(ask(query, "vault").encode()).contains("1234");
        assertThat(ask(query).encode()).doesNotContain("1234");
    }
}
