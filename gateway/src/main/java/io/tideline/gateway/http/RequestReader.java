package io.tideline.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tideline.gateway.operation.GraphqlRequest;
import io.tideline.gateway.operation.RefusedRequest;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a request from a body or from URL parameters. Numbers keep every digit; what is unknown is ignored. */
final class RequestReader {
    private static final int DEEPEST = 100;
    private static final List<String> TEXTS = List.of("query", "operationName", "documentId", "doc_id");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();
    private static final JavaType MAP = JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class);

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
    }

    private RequestReader() {}

    static GraphqlRequest fromBody(byte[] body) {
        return fromMembers(object(body));
    }

    static GraphqlRequest fromMembers(Map<?, ?> members) {
        return request(members, members.get("variables"), members.get("extensions"));
    }

    static Map<?, ?> object(byte[] body) {
        Object read;
        try {
            read = JSON.readValue(body, Object.class);
        } catch (IOException unreadable) {
            throw RefusedRequest.of("BAD_REQUEST", "The body is not JSON");
        }
        if (read instanceof List) {
            throw RefusedRequest.of("BATCHING_NOT_SUPPORTED", "Several operations in one request are not supported");
        }
        if (!(read instanceof Map<?, ?> members)) {
            throw RefusedRequest.of("BAD_REQUEST", "The body is not a JSON object");
        }
        return members;
    }

    static GraphqlRequest fromParameters(MultiMap parameters) {
        Map<String, @Nullable Object> texts = new HashMap<>();
        TEXTS.forEach(name -> texts.put(name, parameters.get(name)));
        return request(
                texts,
                decode(parameters.get("variables"), "variables"),
                decode(parameters.get("extensions"), "extensions"));
    }

    private static @Nullable Object decode(@Nullable String text, String name) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return JSON.readValue(text, MAP);
        } catch (JsonProcessingException unreadable) {
            throw RefusedRequest.of("BAD_REQUEST", "The " + name + " are not a JSON object");
        }
    }

    private static GraphqlRequest request(Map<?, ?> texts, @Nullable Object variables, @Nullable Object extensions) {
        String relay = text(texts, "doc_id");
        String id = text(texts, "documentId");
        return new GraphqlRequest(
                text(texts, "query"),
                text(texts, "operationName"),
                map(variables, "variables"),
                map(extensions, "extensions"),
                id == null ? relay : id);
    }

    private static @Nullable String text(Map<?, ?> texts, String name) {
        Object value = texts.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw RefusedRequest.of("BAD_REQUEST", "The " + name + " is not a string");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> map(@Nullable Object value, String name) {
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map) {
            return (Map<String, @Nullable Object>) value;
        }
        throw RefusedRequest.of("BAD_REQUEST", "The " + name + " are not an object");
    }
}
