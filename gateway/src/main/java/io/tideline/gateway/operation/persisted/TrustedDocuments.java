package io.tideline.gateway.operation.persisted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The documents of known applications, read at start. Two forms of file are understood: Apollo's manifest
 * ({@code {"format": "apollo-persisted-query-manifest", "version": 1, "operations": [{"id", "body"}]}}) and an object of
 * texts by id, which Relay's compiler and the GraphQL code generator write. A document may be named by its id, with or
 * without {@code sha256:}, and by the hash of its text.
 */
public final class TrustedDocuments {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String APOLLO = "apollo-persisted-query-manifest";

    private final Map<String, String> byId = new HashMap<>();
    private final Set<String> texts = new HashSet<>();

    /** A file that cannot be used; the message names it and what is wrong. */
    public static final class UnusableManifest extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnusableManifest(Path file, String reason) {
            super("The trusted documents in " + file + " cannot be used: " + reason);
        }
    }

    private TrustedDocuments() {}

    public static TrustedDocuments read(List<Path> files) {
        TrustedDocuments documents = new TrustedDocuments();
        files.forEach(documents::readFile);
        return documents;
    }

    @Nullable
    String get(String id) {
        String text = byId.get(id);
        return text == null && id.startsWith(Sha256.PREFIX) ? byId.get(id.substring(Sha256.PREFIX.length())) : text;
    }

    boolean has(String text) {
        return texts.contains(text);
    }

    public int size() {
        return texts.size();
    }

    private void readFile(Path file) {
        JsonNode root;
        try {
            root = JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException unreadable) {
            throw new UnusableManifest(file, "it is not JSON: " + unreadable.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new UnusableManifest(file, "it cannot be read: " + unreadable);
        }
        if (!root.isObject()) {
            throw new UnusableManifest(file, "it is not a JSON object");
        }
        if (root.has("format")) {
            readApollo(file, root);
        } else {
            root.properties().forEach(entry -> add(file, entry.getKey(), entry.getValue()));
        }
    }

    private void readApollo(Path file, JsonNode manifest) {
        if (!manifest.path("format").asText().equals(APOLLO)
                || manifest.path("version").asInt() != 1) {
            throw new UnusableManifest(file, "its format is not " + APOLLO + " version 1");
        }
        if (!manifest.path("operations").isArray()) {
            throw new UnusableManifest(file, "it has no list of operations");
        }
        for (JsonNode operation : manifest.path("operations")) {
            if (!operation.path("id").isTextual()) {
                throw new UnusableManifest(file, "an operation has no id");
            }
            add(file, operation.path("id").asText(), operation.path("body"));
        }
    }

    private void add(Path file, String id, JsonNode value) {
        if (!value.isTextual()) {
            throw new UnusableManifest(file, "the document " + id + " is not a text");
        }
        String text = value.asText();
        String hash = Sha256.of(text);
        if (id.startsWith(Sha256.PREFIX) && !id.equals(Sha256.PREFIX + hash)) {
            throw new UnusableManifest(file, "the document " + id + " has another hash, sha256:" + hash);
        }
        checkSyntax(file, id, text);
        String known = byId.put(id, text);
        if (known != null && !known.equals(text)) {
            throw new UnusableManifest(file, "the id " + id + " stands for two documents");
        }
        byId.put(hash, text);
        texts.add(text);
    }

    private static void checkSyntax(Path file, String id, String text) {
        try {
            Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(text)
                    .parserOptions(ParserOptions.getDefaultOperationParserOptions())
                    .build());
        } catch (InvalidSyntaxException unreadable) {
            throw new UnusableManifest(file, "the document " + id + " is not GraphQL: " + unreadable.getMessage());
        }
    }
}
