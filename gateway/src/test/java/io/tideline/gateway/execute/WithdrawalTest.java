package io.tideline.gateway.execute;

import static io.tideline.gateway.RawSubgraph.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.gateway.GatewayInMemory;
import io.tideline.gateway.RawSubgraph;
import io.tideline.gateway.Supply;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that turn out to be unusable after they were read in part: what others brought to the same objects stays. */
class WithdrawalTest {
    private static final Path CASES = Path.of("src/test/resources/plan");

    private final Vertx vertx = Vertx.vertx();
    private final RawSubgraph well = new RawSubgraph(vertx);
    private final RawSubgraph ill = new RawSubgraph(vertx);

    @AfterEach
    void stop() {
        well.close();
        ill.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private GatewayInMemory gateway(String name) {
        return gatewayOf(Supply.text(CASES.resolve(name).resolve("supergraph.graphqls")));
    }

    private GatewayInMemory gatewayOf(String supergraph) {
        return new GatewayInMemory(vertx, supergraph, Map.of("a", well.url(), "b", ill.url()), Duration.ofSeconds(20));
    }

    @Test
    void leavesValuesThatAnotherSubgraphBroughtByPosition() {
        well.behave(json("{\"data\":{\"route\":{\"id\":\"r\",\"stops\":[{\"name\":\"Ulm\"},{\"name\":\"Bonn\"}]}}}"));
        ill.behave(
                json(
                        "{\"data\":{\"_entities\":[{\"stops\":[{\"delay\":1},{\"delay\":2,\"weather\":{\"sky\":\"grey\"}}]}]}"));

        assertThat(gateway("values-merged-by-position").ask("{ route { stops { name delay weather { sky } } } }"))
                .startsWith("{\"data\":{\"route\":{\"stops\":[{\"name\":\"Ulm\",\"delay\":null,\"weather\":null},"
                        + "{\"name\":\"Bonn\",\"delay\":null,\"weather\":null}]}},\"errors\":[{")
                .contains("UPSTREAM_INVALID");
    }

    @Test
    void leavesAnObjectThatTwoSubgraphsAnswerTogether() {
        well.behave(json("{\"data\":{\"book\":{\"__typename\":\"Book\",\"id\":\"b1\",\"title\":\"Sails\"}}}"));
        ill.behave(json("{\"data\":{\"book\":{\"pages\":320}}"));

        assertThat(gateway("node-in-two-subgraphs")
                        .ask("{ book: node(id: \"b1\") { id ... on Book { title pages } } }"))
                .startsWith("{\"data\":{\"book\":{\"id\":\"b1\",\"title\":\"Sails\",\"pages\":null}},\"errors\":[{")
                .contains("UPSTREAM_INVALID");
    }

    @Test
    void leavesNothingInAListThatWasNullBefore() {
        well.behave(json("{\"data\":{\"route\":{\"id\":\"r\",\"stops\":null}}}"));
        ill.behave(json("{\"data\":{\"_entities\":[{\"stops\":[{\"delay\":1},{\"delay\":2}]}]}"));

        assertThat(gatewayOf(
                                Supply.supergraph(
                                        """
                                type Query @join__type(graph: A) @join__type(graph: B) { route: Route @join__field(graph: A) }
                                type Route @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") { id: ID! stops: [Stop] }
                                type Stop @join__type(graph: A) @join__type(graph: B) { name: String @join__field(graph: A) delay: Int @join__field(graph: B) }
                                """))
                        .ask("{ route { stops { name delay } } }"))
                .startsWith("{\"data\":{\"route\":{\"stops\":null}},\"errors\":[{")
                .contains("UPSTREAM_INVALID");
    }

    /** Both subgraphs fill the same field of one list, each for objects of its own type. */
    @Test
    void takesBackAFieldThatOthersBroughtToOtherObjects() {
        well.behave(json("{\"data\":{\"shelf\":[{\"__typename\":\"Book\",\"title\":\"Sails\"},"
                + "{\"__typename\":\"Film\",\"id\":\"f1\"},{\"__typename\":\"Film\",\"id\":\"f2\"}]}}"));
        ill.behave(json("{\"data\":{\"_entities\":[{\"__typename\":\"Film\",\"title\":\"Tides\"}"));

        assertThat(gatewayOf(
                                Supply.supergraph(
                                        """
                                type Query @join__type(graph: A) @join__type(graph: B) { shelf: [Work] @join__field(graph: A) }
                                union Work @join__type(graph: A) @join__unionMember(graph: A, member: "Book") @join__unionMember(graph: A, member: "Film") = Book | Film
                                type Book @join__type(graph: A) { title: String }
                                type Film @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") { id: ID! title: String @join__field(graph: B) }
                                """))
                        .ask("{ shelf { ... on Book { title } ... on Film { title } } }"))
                .startsWith(
                        "{\"data\":{\"shelf\":[{\"title\":\"Sails\"},{\"title\":null},{\"title\":null}]},\"errors\":[{")
                .contains("UPSTREAM_INVALID");
    }
}
