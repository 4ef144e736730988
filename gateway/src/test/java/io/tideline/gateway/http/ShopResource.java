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
            }
            type Mutation @join__type(graph: A) { restock(name: String!): Good }
            type Good @join__type(graph: A) { name: String price: Int @requiresScopes(scopes: [["revenue:read"]]) near: Good }
            """);

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final Vertx vertx = Vertx.vertx();
    private @Nullable FakeSubgraph shop;

    static String hash() {
        return SupergraphReader.read(SUPERGRAPH).hash();
    }

    @Override
    public Map<String, String> start() {
        Map<String, Object> rope = Map.of("name", "Rope", "price", 7);
        FakeSubgraph started = FakeSubgraph.of(
                        """
                        type Query { goods: [Good!]! good(name: String): Good times(n: Int!): Int }
                        type Mutation { restock(name: String!): Good }
                        type Good { name: String price: Int near: Good }
                        """)
                .root("goods", List.of(rope))
                .root("good", rope)
                .root("restock", rope)
                .start(vertx);
        shop = started;
        try {
            Path file = Files.createTempFile("shop", ".graphqls");
            Files.writeString(file, SUPERGRAPH);
            Map<String, String> config = new HashMap<>(ServiceTestResource.tokens());
            config.put("tideline.issuer", ServiceTestResource.ISSUER);
            config.put("tideline.supergraph", file.toString());
            config.put("tideline.gateway.subgraphs.a", started.url());
            config.put("tideline.gateway.keys.a", KEY);
            config.put("quarkus.http.test-port", "0");
            return config;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void stop() {
        FakeSubgraph running = shop;
        if (running != null) {
            running.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
