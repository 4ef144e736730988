package io.tideline.gateway;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.Coercing;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLScalarType;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A subgraph in this process, asked over real HTTP: graphql-java over maps, with entities looked up by functions. */
public final class FakeSubgraph implements AutoCloseable {
    /** Every request body it was sent, in order. */
    public final List<JsonObject> asked = new CopyOnWriteArrayList<>();

    /** The Authorization header of every request, in order. */
    public final List<String> authorizations = new CopyOnWriteArrayList<>();

    /** The traceparent header of every request, in order. */
    public final List<String> traceparents = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private final FakeStreams streams;
    private final GraphQL graphql;
    private @Nullable Function<HttpServerRequest, Boolean> instead;

    private FakeSubgraph(Vertx vertx, GraphQL graphql) {
        this.graphql = graphql;
        this.streams = new FakeStreams(vertx);
        this.server = vertx.createHttpServer(new HttpServerOptions().addWebSocketSubProtocol("graphql-transport-ws"))
                .webSocketHandler(streams::accept)
                .requestHandler(this::handle)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public String url() {
        return "http://127.0.0.1:" + server.actualPort() + "/graphql";
    }

    /** From now on this answers first; it returns false to let GraphQL answer. */
    public void answerInstead(Function<HttpServerRequest, Boolean> handler) {
        instead = handler;
    }

    private void handle(HttpServerRequest request) {
        Function<HttpServerRequest, Boolean> first = instead;
        traceparents.add(String.valueOf(request.getHeader("traceparent")));
        authorizations.add(String.valueOf(request.getHeader("Authorization")));
        if (request.path().equals("/left")) {
            streams.left(request);
            return;
        }
        if (first != null && first.apply(request)) {
            return;
        }
        request.body().onSuccess(body -> request.response()
                .putHeader("Content-Type", "application/json")
                .end(answer(body)));
    }

    private Buffer answer(Buffer body) {
        JsonObject sent = body.toJsonObject();
        asked.add(sent);
        ExecutionResult result = graphql.execute(ExecutionInput.newExecutionInput(sent.getString("query"))
                .variables(sent.getJsonObject("variables", new JsonObject()).getMap()));
        return new JsonObject(result.toSpecification()).toBuffer();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    public static Builder of(String sdl) {
        return new Builder(sdl);
    }

    /** Collects what the subgraph answers. */
    public static final class Builder {
        private final String sdl;
        private final Map<String, Object> root = new HashMap<>();
        private final Map<String, Function<Map<String, Object>, @Nullable Object>> entities = new HashMap<>();
        private final List<Field> fields = new ArrayList<>();

        private record Field(String type, String name, DataFetcher<?> fetcher) {}

        private Builder(String sdl) {
            this.sdl = sdl;
        }

        /** The value of a root field, or what fetches it. */
        public Builder root(String field, Object value) {
            root.put(field, value);
            return this;
        }

        /** How entities of a type, or of an interface, are found from their representation. */
        public Builder entity(String type, Function<Map<String, Object>, @Nullable Object> find) {
            entities.put(type, find);
            return this;
        }

        public Builder field(String type, String name, DataFetcher<?> fetcher) {
            fields.add(new Field(type, name, fetcher));
            return this;
        }

        public FakeSubgraph start(Vertx vertx) {
            TypeDefinitionRegistry own = new SchemaParser().parse(sdl);
            String members = entities.keySet().stream()
                    .filter(name -> own.types().get(name) instanceof ObjectTypeDefinition)
                    .collect(Collectors.joining(" | "));
            String extra = entities.isEmpty()
                    ? ""
                    : " scalar _Any union _Entity = " + members
                            + " extend type Query { _entities(representations: [_Any!]!): [_Entity]! }";
            TypeDefinitionRegistry registry = new SchemaParser().parse(sdl + extra);
            RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring().scalar(ANY);
            TypeResolver byName = environment -> environment
                    .getSchema()
                    .getObjectType(String.valueOf(((Map<?, ?>) environment.getObject()).get("__typename")));
            registry.types().values().forEach(type -> {
                if (!(type instanceof ObjectTypeDefinition)) {
                    wiring.type(type.getName(), builder -> builder.typeResolver(byName));
                }
            });
            rootFields(registry, wiring);
            fields.forEach(one -> wiring.type(one.type, builder -> builder.dataFetcher(one.name, one.fetcher)));
            return new FakeSubgraph(
                    vertx,
                    GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(registry, wiring.build()))
                            .build());
        }

        private void rootFields(TypeDefinitionRegistry registry, RuntimeWiring.Builder wiring) {
            for (String name : List.of("Query", "Mutation")) {
                List<FieldDefinition> declared = registry.types().get(name) instanceof ObjectTypeDefinition type
                        ? type.getFieldDefinitions()
                        : List.of();
                for (FieldDefinition field : declared) {
                    Object value = root.get(field.getName());
                    wiring.type(
                            name,
                            builder -> builder.dataFetcher(
                                    field.getName(), value instanceof DataFetcher<?> fetcher ? fetcher : any -> value));
                }
            }
            if (!entities.isEmpty()) {
                wiring.type(
                        "Query",
                        builder -> builder.dataFetcher("_entities", environment -> {
                            List<Map<String, Object>> sent = environment.getArgument("representations");
                            return find(sent == null ? List.of() : sent);
                        }));
            }
        }

        private List<@Nullable Object> find(List<Map<String, Object>> representations) {
            List<@Nullable Object> found = new ArrayList<>();
            for (Map<String, Object> one : representations) {
                Function<Map<String, Object>, @Nullable Object> finder =
                        entities.getOrDefault(String.valueOf(one.get("__typename")), any -> null);
                found.add(finder.apply(one));
            }
            return found;
        }
    }

    private static final GraphQLScalarType ANY = GraphQLScalarType.newScalar()
            .name("_Any")
            .coercing(new Coercing<Object, Object>() {
                @Override
                public Object parseValue(Object input, GraphQLContext context, Locale locale) {
                    return input;
                }
            })
            .build();
}
