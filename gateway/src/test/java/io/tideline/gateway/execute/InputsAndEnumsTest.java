package io.tideline.gateway.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.schema.DataFetcher;
import io.tideline.gateway.FakeSubgraph;
import io.tideline.gateway.GatewayInMemory;
import io.tideline.gateway.Supply;
import io.tideline.gateway.operation.RefusedRequest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Enums and inputs that two subgraphs declare differently: answers may hold what any of them knows, requests what all of
 * them know, and neither what is inaccessible.
 */
class InputsAndEnumsTest {
    private static final Path CASE = Path.of("src/test/resources/plan/inputs-and-enums-of-two-subgraphs");
    private static final String SHOP =
            """
            type Query { lamp(size: Size, limit: Int = 5): Lamp }
            type Lamp { id: ID! tone: Tone watts: Int }
            enum Tone { COLD WARM }
            enum Size { SMALL HUGE }
            """;
    private static final String STORE =
            """
            type Query { lamps(where: LampFilter): [Lamp] }
            type Lamp { id: ID! tone: Tone }
            enum Tone { WARM AMBER SECRET }
            enum Size { SMALL TINY }
            input LampFilter { size: Size colour: String }
            """;

    private final Vertx vertx = Vertx.vertx();
    private final FakeSubgraph shop = FakeSubgraph.of(SHOP)
            .root("lamp", (DataFetcher<?>)
                    asked -> Map.of("id", "l1", "tone", "COLD", "watts", asked.<Integer>getArgument("limit")))
            .start(vertx);
    private final FakeSubgraph store = FakeSubgraph.of(STORE)
            .root(
                    "lamps",
                    Stream.of("WARM", "AMBER", "SECRET", "COLD")
                            .map(tone -> Map.of("id", tone, "tone", tone))
                            .toList())
            .start(vertx);
    private final GatewayInMemory gateway = new GatewayInMemory(
            vertx,
            Supply.text(CASE.resolve("supergraph.graphqls")),
            Map.of("a", shop.url(), "b", store.url()),
            Duration.ofSeconds(20));

    @AfterEach
    void stop() {
        shop.close();
        store.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** The last one the subgraph itself does not know: that is an error of its own. */
    @Test
    void answersValuesThatAnySubgraphKnowsAndNullForTheInaccessible() {
        String answer = gateway.ask("{ lamp { tone } lamps { tone } }");

        assertThat(answer)
                .startsWith("{\"data\":{\"lamp\":{\"tone\":\"COLD\"},\"lamps\":["
                        + "{\"tone\":\"WARM\"},{\"tone\":\"AMBER\"},{\"tone\":null},{\"tone\":null}]},\"errors\":[{")
                .contains("\"path\":[\"lamps\",3,\"tone\"]")
                .doesNotContain("SECRET");
    }

    @Test
    void takesValuesAndFieldsThatAllSubgraphsKnow() {
        String query = "query ($where: LampFilter) { lamps(where: $where) { id } lamp(size: SMALL) { id } }";

        String answer = gateway.ask(query, Map.of("where", Map.of("size", "SMALL")), null);

        assertThat(answer).contains("\"lamp\":{\"id\":\"l1\"}").doesNotContain("errors");
        assertThat(store.asked).hasSize(1);
        assertThat(store.asked.get(0).getJsonObject("variables").encode())
                .isEqualTo("{\"where\":{\"size\":\"SMALL\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ lamp(size: HUGE) { id } }",
                "{ lamps(where: { size: TINY }) { id } }",
                "{ lamps(where: { colour: \"red\" }) { id } }",
                "{ lamp(limit: 5) { id } }",
                "{ lamp(limit: null) { id } }"
            })
    void refusesWhatOneSubgraphDoesNotKnow(String query) {
        assertThatThrownBy(() -> gateway.ask(query)).isInstanceOf(RefusedRequest.class);
        assertThat(shop.asked).isEmpty();
        assertThat(store.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"size\":\"TINY\"}", "{\"colour\":\"red\"}"})
    void refusesItInVariablesToo(String where) {
        String query = "query ($where: LampFilter) { lamps(where: $where) { id } }";
        Map<String, Object> given = Map.of("where", new JsonObject(where).getMap());

        assertThatThrownBy(() -> gateway.ask(query, Map.copyOf(given), null)).isInstanceOf(RefusedRequest.class);
        assertThat(store.asked).isEmpty();
    }

    @Test
    void leavesAnInaccessibleArgumentToItsDefault() {
        assertThat(gateway.ask("{ lamp(size: SMALL) { watts } }")).isEqualTo("{\"data\":{\"lamp\":{\"watts\":5}}}");
        assertThat(gateway.ask("{ __type(name: \"Query\") { fields { args { name } } } }"))
                .doesNotContain("limit");
    }
}
