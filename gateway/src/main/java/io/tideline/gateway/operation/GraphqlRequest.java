package io.tideline.gateway.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client asks: a document, which of its operations, and the values of its variables. */
public record GraphqlRequest(
        @Nullable String query,
        @Nullable String operationName,
        Map<String, @Nullable Object> variables,
        Map<String, @Nullable Object> extensions) {}
