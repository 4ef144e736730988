package io.tideline.gateway.monolith;

import graphql.ExecutionResult;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The subgraphs of one world after another behind one port, each below its own path. */
final class Subgraphs implements AutoCloseable {
    static final List<String> NAMES = List.of("a", "b", "c", "d");
    /** Knows interfaces as objects, and of their members nothing. */
    static final String OBJECTS = "o";

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Map<String, Server> servers = Map.of();
    private volatile Session session;

    Subgraphs(Vertx vertx) {
        session = new Session(new WorldData(new World(List.of()), 0, 0, 0));
        server = vertx.createHttpServer()
                .requestHandler(this::handle)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    Map<String, String> urls() {
        Map<String, String> urls = new HashMap<>();
        NAMES.forEach(name -> urls.put(name, "http://127.0.0.1:" + server.actualPort() + "/" + name));
        urls.put(OBJECTS, "http://127.0.0.1:" + server.actualPort() + "/" + OBJECTS);
        return urls;
    }

    void serve(World world) {
        Map<String, Server> started = new HashMap<>();
        world.graphs.forEach(graph -> started.put(graph, Server.subgraph(world, graph)));
        servers = started;
    }

    void begin(Session next) {
        asked.clear();
        session = next;
    }

    /** What was asked in this session, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            JsonObject sent = body.toJsonObject();
            String graph = request.path().substring(1);
            asked.add(graph + " " + sent.encode());
            Server known = servers.get(graph);
            if (known == null) {
                request.response().setStatusCode(404).end();
                return;
            }
            ExecutionResult result = known.ask(
                    sent.getString("query"),
                    sent.getJsonObject("variables", new JsonObject()).getMap(),
                    session);
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end(new JsonObject(result.toSpecification()).toBuffer());
        });
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
