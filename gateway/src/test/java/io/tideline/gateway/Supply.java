package io.tideline.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Texts for tests: supergraphs and queries of the cases below {@code src/test/resources/plan}. */
public final class Supply {
    private Supply() {}

    /** A supergraph of subgraphs {@code a}, {@code b} and {@code c} around these type definitions. */
    public static String supergraph(String types) {
        String mutation = types.contains("type Mutation") ? " mutation: Mutation" : "";
        String subscription = types.contains("type Subscription") ? " subscription: Subscription" : "";
        return """
                schema @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION) { query: Query%s%s }
                enum join__Graph {
                  A @join__graph(name: "a", url: "http://127.0.0.1:1/a")
                  B @join__graph(name: "b", url: "http://127.0.0.1:1/b")
                  C @join__graph(name: "c", url: "http://127.0.0.1:1/c")
                }
                %s"""
                .formatted(mutation, subscription, types);
    }

    /** The platform's own supergraph, where it is built in. */
    public static Optional<String> platform() {
        try (InputStream in = Supply.class.getClassLoader().getResourceAsStream("supergraph.graphqls")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Map<String, Object> none() {
        return Map.of();
    }
}
