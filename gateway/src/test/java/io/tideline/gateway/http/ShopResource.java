package io.tideline.gateway.http;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tideline.gateway.FakeSubgraph;
import io.tideline.gateway.Supply;
import io.tideline.gateway.supergraph.SupergraphReader;
import io.tideline.test.ServiceTestResource;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gateway over one small shop: its supergraph in a file, its subgraph in this process, tokens without a realm. */
public class ShopResource implements QuarkusTestResourceLifecycleManager {
    static final String SUPERGRAPH = Supply.supergraph(
            """
            type Query @join__type(graph: A) {
              goods: [Good!]! @authenticated
              good(name: String): Good @authenticated
              times(n: Int!): Int
              desk: [Entry] @authenticated
              page(first: Int): [Good!] @authenticated
            }
            interface Entry @join__type(graph: A) @requiresScopes(scopes: [["revenue:read"]]) { name: String }
            type Bill implements Entry @join__type(graph: A) @join__implements(graph: A, interface: "Entry")
              @requiresScopes(scopes: [["revenue:read"]]) { name: String }
            type Memo implements Entry @join__type(graph: A) @join__implements(graph: A, interface: "Entry") { name: String }
            type Mutation @join__type(graph: A) { restock(name: String!): Good }
            type Subscription @join__type(graph: A) {
              ticks(count: Int!, name: String): Ware @authenticated
              secretTicks(count: Int!): Ware @requiresScopes(scopes: [["revenue:read"]])
            }
            type Ware @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              cost: Float @requiresScopes(scopes: [["revenue:read"]]) @join__field(graph: A)
              label: String @join__field(graph: A)
              stock: Int @join__field(graph: B)
            }
            type Good @join__type(graph: A) { name: String price: Int @requiresScopes(scopes: [["revenue:read"]]) near: Good }
            """);

    static final String TRUSTED = "query Goods { goods { name } }";
    static final String TRUSTED_HASH = "sha256:d8a448ba19ff9833dc036eb0aa106c4d3ac5c9ecb9938f1dd64482614c8d1951";

    static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private static @Nullable FakeSubgraph latest;

    private final Vertx vertx = Vertx.vertx();
    private @Nullable FakeSubgraph shop;
    private @Nullable FakeSubgraph store;

    static String hash() {
        return SupergraphReader.read(SUPERGRAPH).hash();
    }

    @Override
    public Map<String, String> start() {
        Map<String, Object> rope = Map.of("name", "Rope", "price", 7);
        FakeSubgraph started = FakeSubgraph.of(
                        """
                        type Query { goods: [Good!]! good(name: String): Good times(n: Int!): Int desk: [Entry] page(first: Int): [Good!] }
                        interface Entry { name: String }
                        type Bill implements Entry { name: String }
                        type Memo implements Entry { name: String }
                        type Mutation { restock(name: String!): Good }
                        type Good { name: String price: Int near: Good }
                        """)
                .root("goods", List.of(rope))
                .root("good", rope)
                .root("page", List.of(rope))
                .root("restock", rope)
                .root(
                        "desk",
                        List.of(
                                Map.of("__typename", "Bill", "name", "May"),
                                Map.of("__typename", "Memo", "name", "Hi")))
                .start(vertx);
        shop = started;
        latest = started;
        FakeSubgraph held = FakeSubgraph.of("type Query { ready: Boolean } type Ware { id: ID! stock: Int }")
                .entity(
                        "Ware",
                        sent -> Map.of("__typename", "Ware", "stock", 40 + Integer.parseInt((String) sent.get("id"))))
                .start(vertx);
        store = held;
        try {
            Path file = Files.createTempFile("shop", ".graphqls");
            Files.writeString(file, SUPERGRAPH);
            Map<String, String> config = new HashMap<>(ServiceTestResource.tokens());
            config.put("tideline.issuer", ServiceTestResource.ISSUER);
            config.put("tideline.supergraph", file.toString());
            config.put("tideline.gateway.subgraphs.a", started.url());
            config.put("tideline.gateway.keys.a", KEY);
            config.put("tideline.gateway.subgraphs.b", held.url());
            config.put("tideline.gateway.subscriptions.per-caller", "3");
            config.put("tideline.gateway.subscriptions.waiting", "4");
            config.put("tideline.gateway.subscriptions.heartbeat", "200ms");
            config.put("tideline.gateway.subscriptions.init-timeout", "500ms");
            config.put("tideline.gateway.cors-origins", "https://board.test");
            config.put("tideline.gateway.documents.files", trusted());
            config.put("tideline.gateway.documents.modes.integration", "trusted-only");
            config.put("tideline.gateway.documents.modes.admin", "off");
            config.put("quarkus.http.test-port", "0");
            return config;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String trusted() throws IOException {
        Path apollo = Files.createTempFile("apollo", ".json");
        Files.writeString(
                apollo,
                "{\"format\":\"apollo-persisted-query-manifest\",\"version\":1,\"operations\":"
                        + "[{\"id\":\"apollo-goods\",\"name\":\"Goods\",\"type\":\"query\",\"body\":\"" + TRUSTED
                        + "\"}]}");
        Path relay = Files.createTempFile("relay", ".json");
        Files.writeString(relay, "{\"0f3c\":\"query Good { good { name } }\"}");
        Path codegen = Files.createTempFile("codegen", ".json");
        Files.writeString(codegen, "{\"" + TRUSTED_HASH + "\":\"query Times { times(n: 1) }\"}");
        return apollo + "," + relay + "," + codegen;
    }

    /** The traceparent headers that the subgraph of the running shop was sent. */
    static List<String> traceparents() {
        FakeSubgraph running = latest;
        return running == null ? List.of() : running.traceparents;
    }

    @Override
    public void stop() {
        for (FakeSubgraph running : Arrays.asList(shop, store)) {
            if (running != null) {
                running.close();
            }
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
