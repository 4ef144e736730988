package io.tideline.local.bench.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.tideline.local.platform.LocalException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Four subgraphs over one library. A request seen before is answered from memory, so that they cost next to nothing. */
final class LibraryAnswers {
    static final List<String> SUBGRAPHS = List.of("people", "books", "notes", "stock");
    /** One that has all fields itself: what the gateway must answer. */
    private static final String WHOLE = "whole";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Library library = new Library();
    private final Map<String, GraphQL> engines = new HashMap<>();
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    LibraryAnswers() {
        SUBGRAPHS.forEach(name -> engines.put(name, engine(name)));
        engines.put(WHOLE, engine(WHOLE));
    }

    static String resource(String name) {
        try (InputStream in = LibraryAnswers.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new LocalException("the benchmark's " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GraphQL engine(String name) {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .type("Query", type -> type.dataFetcher("readers", any -> library.readers())
                        .dataFetcher("shelf", any -> library.shelf())
                        .dataFetcher("_entities", this::entities))
                .type("Book", type -> name.equals(WHOLE) ? type.dataFetcher("postage", LibraryAnswers::postage) : type)
                .type(
                        "_Entity",
                        type -> type.typeResolver(environment -> {
                            Map<?, ?> entity = environment.getObject();
                            return environment.getSchema().getObjectType((String) entity.get("__typename"));
                        }))
                .scalar(AnyScalar.ANY)
                .build();
        GraphQLSchema schema = new SchemaGenerator()
                .makeExecutableSchema(new SchemaParser().parse(resource(name + ".graphql")), wiring);
        return GraphQL.newGraphQL(schema).build();
    }

    private static int postage(DataFetchingEnvironment environment) {
        Map<String, Integer> book = environment.getSource();
        return book == null ? 0 : Library.postage(book.getOrDefault("price", 0), book.getOrDefault("pages", 0));
    }

    private List<Map<String, Object>> entities(DataFetchingEnvironment environment) {
        List<Map<String, Object>> asked = environment.getArgument("representations");
        List<Map<String, Object>> found = new ArrayList<>();
        if (asked != null) {
            asked.forEach(representation -> found.add(library.entity(representation)));
        }
        return found;
    }

    /** What a subgraph answers to the body of a request. */
    byte[] answer(String subgraph, byte[] body) {
        String key = subgraph + new String(body, StandardCharsets.UTF_8);
        return known.computeIfAbsent(key, any -> execute(subgraph, body));
    }

    /** What one service with all the data would answer. */
    JsonNode expected(String query) {
        return JSON.valueToTree(run(WHOLE, query, null));
    }

    private byte[] execute(String subgraph, byte[] body) {
        try {
            JsonNode request = JSON.readTree(body);
            return JSON.writeValueAsBytes(run(subgraph, request.path("query").asText(), request.get("variables")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> run(String engine, String query, @Nullable JsonNode variables) {
        ExecutionInput.Builder input = ExecutionInput.newExecutionInput().query(query);
        if (variables != null) {
            input.variables(AnyScalar.plain(variables));
        }
        GraphQL graphql = engines.get(engine);
        if (graphql == null) {
            throw new LocalException("the benchmark has no subgraph " + engine);
        }
        return graphql.execute(input).toSpecification();
    }
}
