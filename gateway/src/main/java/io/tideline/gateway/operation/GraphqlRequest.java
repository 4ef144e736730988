package io.tideline.gateway.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks: a document, which of its operations, and the values of its variables.
 *
 * @param documentId names a document that is known here, in place of its text
 */
public record GraphqlRequest(
        @Nullable String query,
        @Nullable String operationName,
        Map<String, @Nullable Object> variables,
        Map<String, @Nullable Object> extensions,
        @Nullable String documentId) {

    public GraphqlRequest(
            @Nullable String query,
            @Nullable String operationName,
            Map<String, @Nullable Object> variables,
            Map<String, @Nullable Object> extensions) {
        this(query, operationName, variables, extensions, null);
    }

    public GraphqlRequest withQuery(String text) {
        return new GraphqlRequest(text, operationName, variables, extensions, null);
    }
}
