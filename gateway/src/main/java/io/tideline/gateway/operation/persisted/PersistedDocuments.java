package io.tideline.gateway.operation.persisted;

import io.tideline.gateway.operation.GraphqlRequest;
import io.tideline.gateway.operation.RefusedRequest;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the text of a request that names its document. Only texts are kept: each caller's contract validates them anew,
 * so a document registered by one caller opens nothing to another.
 */
public final class PersistedDocuments {
    private final TrustedDocuments trusted;
    private final HashedDocuments hashed;

    public PersistedDocuments(TrustedDocuments trusted, long cacheBytes) {
        this.trusted = trusted;
        this.hashed = new HashedDocuments(cacheBytes);
    }

    /** The request with its text, and the hash to remember the text under once it has proved valid. */
    public record Found(GraphqlRequest request, @Nullable String hash) {}

    public Found find(GraphqlRequest request, DocumentMode mode) {
        String id = request.documentId();
        String hash = hash(request);
        if (id != null && (request.query() != null || hash != null)) {
            throw RefusedRequest.of("CANNOT_SEND_PQ_ID_AND_BODY", "A request names its document or sends it, not both");
        }
        if (id == null && hash == null) {
            return new Found(sent(request, mode), null);
        }
        if (mode == DocumentMode.OFF) {
            throw RefusedRequest.of("PERSISTED_QUERY_NOT_SUPPORTED", "PersistedQueryNotSupported");
        }
        return hash == null ? named(request, String.valueOf(id), mode) : hashed(request, hash, mode);
    }

    /** Remembers a text that was valid for somebody. */
    public void keep(Found found) {
        String hash = found.hash();
        String text = found.request().query();
        if (hash != null && text != null) {
            hashed.put(hash, text);
        }
    }

    private GraphqlRequest sent(GraphqlRequest request, DocumentMode mode) {
        String text = request.query();
        if (text == null) {
            throw RefusedRequest.of("BAD_REQUEST", "The request has no query");
        }
        if (mode == DocumentMode.TRUSTED_ONLY && !trusted.has(text)) {
            throw RefusedRequest.of("PERSISTED_QUERY_ID_REQUIRED", "Only documents that are known here are answered");
        }
        return request;
    }

    private Found named(GraphqlRequest request, String id, DocumentMode mode) {
        String text = trusted.get(id);
        if (text == null && mode == DocumentMode.APQ) {
            text = hashed.get(id.startsWith(Sha256.PREFIX) ? id.substring(Sha256.PREFIX.length()) : id);
        }
        if (text == null) {
            throw unknown(mode);
        }
        return new Found(request.withQuery(text), null);
    }

    private Found hashed(GraphqlRequest request, String hash, DocumentMode mode) {
        String text = request.query();
        if (text == null) {
            return named(request, hash, mode);
        }
        if (mode == DocumentMode.TRUSTED_ONLY) {
            if (text.equals(trusted.get(hash))) {
                return new Found(request, null);
            }
            throw unknown(mode);
        }
        if (!Sha256.of(text).equals(hash)) {
            throw RefusedRequest.of("BAD_REQUEST", "The hash is not that of the document");
        }
        return new Found(request, hash);
    }

    private static RefusedRequest unknown(DocumentMode mode) {
        return mode == DocumentMode.TRUSTED_ONLY
                ? RefusedRequest.of("PERSISTED_QUERY_NOT_IN_LIST", "The document is not in the list of known documents")
                : RefusedRequest.of("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");
    }

    private static @Nullable String hash(GraphqlRequest request) {
        Object extension = request.extensions().get("persistedQuery");
        if (!(extension instanceof Map<?, ?> members)) {
            return null;
        }
        boolean first = members.get("version") instanceof Number version && version.intValue() == 1;
        if (!first || !(members.get("sha256Hash") instanceof String hash)) {
            throw RefusedRequest.of("BAD_REQUEST", "A persisted query has version 1 and a sha256Hash");
        }
        return hash.toLowerCase(Locale.ROOT);
    }
}
