package io.tideline.gateway.access;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import io.tideline.gateway.supergraph.TypeSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The schema of all callers with the same scopes: what introspection shows, validation knows and answers may name. */
public final class Contract {
    private static final String DOCUMENT = "document";

    private final GraphQLSchema schema;
    private final String sdl;
    private final TypeSet hidden;
    private final GraphQL introspection;

    Contract(GraphQLSchema schema, String sdl, TypeSet hidden) {
        this.schema = schema;
        this.sdl = sdl;
        this.hidden = hidden;
        this.introspection = GraphQL.newGraphQL(schema)
                .preparsedDocumentProvider(
                        (input, parse) -> CompletableFuture.completedFuture(new PreparsedDocumentEntry(
                                (Document) input.getGraphQLContext().get(DOCUMENT))))
                .build();
    }

    public GraphQLSchema schema() {
        return schema;
    }

    /** The runtime types these callers may not see: an object of one is null to them, wherever it turns up. */
    public TypeSet hidden() {
        return hidden;
    }

    /** The schema as text, the same for the same contract: types, fields and values are sorted. */
    public String sdl() {
        return sdl;
    }

    /** Answers a valid document that asks about the schema only. */
    public Map<String, Object> introspect(Document document, Map<String, @Nullable Object> variables) {
        ExecutionInput input = ExecutionInput.newExecutionInput("{__schema}")
                .graphQLContext(Map.of(DOCUMENT, document))
                .variables(variables)
                .build();
        Map<String, Object> data = introspection.execute(input).getData();
        return data == null ? Map.of() : data;
    }
}
