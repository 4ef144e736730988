package io.tideline.gateway.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.gateway.FakeSubgraph;
import io.tideline.gateway.GatewayInMemory;
import io.tideline.gateway.Supply;
import io.tideline.gateway.access.Caller;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Objects of a type the caller may not see, behind an interface or a union the caller may see. */
class HiddenTypesTest {
    private static final String ARCHIVE =
            """
            directive @requiresScopes(scopes: [[String!]!]!) on OBJECT | INTERFACE
            type Query @join__type(graph: A) @join__type(graph: B) {
              things: [Thing] @join__field(graph: A)
              strict: [Thing!]! @join__field(graph: A)
              safe: Thing @join__field(graph: A)
              hit: Hit @join__field(graph: A)
              pinned: Thing @join__field(graph: B)
            }
            interface Thing @join__type(graph: A, key: "id") @join__type(graph: B, key: "id", isInterfaceObject: true)
                @requiresScopes(scopes: [["vault"]]) {
              id: ID!
              label: String @join__field(graph: A)
              note: String @join__field(graph: B)
            }
            union Hit @join__type(graph: A) @join__unionMember(graph: A, member: "Book") @join__unionMember(graph: A, member: "Safe")
              = Book | Safe
            type Book implements Thing @join__type(graph: A, key: "id") @join__implements(graph: A, interface: "Thing") {
              id: ID!
              label: String @join__field(graph: A)
              note: String @join__field
            }
            type Safe implements Thing @join__type(graph: A, key: "id") @join__implements(graph: A, interface: "Thing")
                @requiresScopes(scopes: [["vault"]]) {
              id: ID!
              label: String @join__field(graph: A)
              note: String @join__field
              code: String @join__field(graph: A)
            }
            """;
    private static final Map<String, Object> BOOK = Map.of("__typename", "Book", "id", "b1", "label", "Atlas");
    private static final Map<String, Object> SAFE =
            Map.of("__typename", "Safe", "id", "s1", "label", "Wall", "code", "1234");
    private static final Caller READER = new Caller(true, Set.of(), null);
    private static final Caller KEEPER = new Caller(true, Set.of("vault"), null);

    private final Vertx vertx = Vertx.vertx();
    private final FakeSubgraph shelf = FakeSubgraph.of(
                    """
                    type Query { things: [Thing] strict: [Thing!]! safe: Thing hit: Hit }
                    interface Thing { id: ID! label: String }
                    union Hit = Book | Safe
                    type Book implements Thing { id: ID! label: String }
                    type Safe implements Thing { id: ID! label: String code: String }
                    """)
            .root("things", List.of(BOOK, SAFE))
            .root("strict", List.of(BOOK, SAFE))
            .root("safe", SAFE)
            .root("hit", SAFE)
            .entity("Book", sent -> BOOK)
            .entity("Safe", sent -> SAFE)
            .entity("Thing", sent -> "b1".equals(sent.get("id")) ? BOOK : SAFE)
            .start(vertx);
    private final FakeSubgraph notes = FakeSubgraph.of(
                    """
                    type Query { pinned: Thing }
                    type Thing { id: ID! note: String }
                    """)
            .root("pinned", Map.of("id", "s1", "note", "mine"))
            .entity(
                    "Thing",
                    sent -> Map.of("__typename", "Thing", "id", sent.get("id"), "note", "on " + sent.get("id")))
            .start(vertx);

    @AfterEach
    void stop() {
        shelf.close();
        notes.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private String ask(Caller caller, String query) {
        Map<String, String> urls = Map.of("a", shelf.url(), "b", notes.url());
        return new GatewayInMemory(vertx, Supply.supergraph(ARCHIVE), urls, Duration.ofSeconds(5), caller).ask(query);
    }

    @Test
    void answersAHiddenObjectWithNullAndNoError() {
        String query = "{ things { __typename label } }";

        assertThat(ask(READER, query))
                .isEqualTo("{\"data\":{\"things\":[{\"__typename\":\"Book\",\"label\":\"Atlas\"},null]}}");
        assertThat(ask(KEEPER, query))
                .isEqualTo("{\"data\":{\"things\":[{\"__typename\":\"Book\",\"label\":\"Atlas\"},"
                        + "{\"__typename\":\"Safe\",\"label\":\"Wall\"}]}}");
    }

    @Test
    void saysNotEvenTheNameOfAHiddenType() {
        assertThat(ask(READER, "{ safe { __typename } hit { __typename } }"))
                .isEqualTo("{\"data\":{\"safe\":null,\"hit\":null}}");
    }

    @Test
    void asksSubgraphsForNoFieldOfAHiddenType() {
        ask(READER, "{ safe { label } }");

        assertThat(shelf.asked).hasSize(1);
        assertThat(shelf.asked.get(0).getString("query"))
                .contains("... on Book{label}")
                .doesNotContain("Safe");
    }

    @Test
    void carriesTheNullOfAHiddenObjectUpWithoutSayingWhy() {
        assertThat(ask(READER, "{ strict { label } }"))
                .startsWith("{\"data\":null,\"errors\":[{")
                .contains("\"path\":[\"strict\",1]", "Cannot return null for a field that is not nullable")
                .doesNotContain("Safe", "Wall");
    }

    @Test
    void fetchesNothingMoreForAHiddenObject() {
        assertThat(ask(READER, "{ safe { note } }")).isEqualTo("{\"data\":{\"safe\":null}}");
        assertThat(notes.asked).isEmpty();

        assertThat(ask(READER, "{ things { note } }")).isEqualTo("{\"data\":{\"things\":[{\"note\":\"on b1\"},null]}}");
        assertThat(notes.asked).hasSize(1);
        assertThat(notes.asked.get(0).encode()).contains("b1").doesNotContain("s1");
    }

    /** The subgraph behind an interface object cannot say what it returned, so somebody who can must be asked first. */
    @Test
    void learnsTheTypeBehindAnInterfaceObjectBeforeItShowsAField() {
        String query = "{ pinned { note } }";

        assertThat(ask(READER, query)).isEqualTo("{\"data\":{\"pinned\":null}}");
        assertThat(shelf.asked).hasSize(1);
        assertThat(ask(KEEPER, query)).isEqualTo("{\"data\":{\"pinned\":{\"note\":\"mine\"}}}");
        assertThat(shelf.asked).hasSize(1);
    }
}
