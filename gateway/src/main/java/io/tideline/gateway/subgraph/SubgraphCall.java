package io.tideline.gateway.subgraph;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One request to a subgraph: calls that are equal may share an answer, because the authorization is part of them. */
public final class SubgraphCall {
    private final String subgraph;
    private final String url;
    private final byte[] body;
    private final @Nullable String authorization;
    private final boolean readOnly;
    private final int hash;

    public SubgraphCall(String subgraph, String url, byte[] body, @Nullable String authorization, boolean readOnly) {
        this.subgraph = subgraph;
        this.url = url;
        this.body = body;
        this.authorization = authorization;
        this.readOnly = readOnly;
        this.hash = Arrays.hashCode(body) * 31 + Objects.hash(subgraph, authorization);
    }

    public String subgraph() {
        return subgraph;
    }

    String url() {
        return url;
    }

    byte[] body() {
        return body;
    }

    @Nullable
    String authorization() {
        return authorization;
    }

    /** Whether asking twice does no harm. */
    boolean isReadOnly() {
        return readOnly;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SubgraphCall call
                && call.hash == hash
                && call.subgraph.equals(subgraph)
                && call.url.equals(url)
                && Objects.equals(call.authorization, authorization)
                && Arrays.equals(call.body, body);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
