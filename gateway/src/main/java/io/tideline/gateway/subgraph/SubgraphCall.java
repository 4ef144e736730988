package io.tideline.gateway.subgraph;

import java.util.Arrays;
import java.util.Objects;

/** One request to a subgraph: calls that are equal may share an answer, because the authorization is part of them. */
public final class SubgraphCall {
    private final String subgraph;
    private final String url;
    private final byte[] body;
    private final CallTerms terms;
    private final int hash;

    public SubgraphCall(String subgraph, String url, byte[] body, CallTerms terms) {
        this.subgraph = subgraph;
        this.url = url;
        this.body = body;
        this.terms = terms;
        this.hash = Arrays.hashCode(body) * 31 + Objects.hash(subgraph, terms.authorization());
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

    CallTerms terms() {
        return terms;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SubgraphCall call
                && call.hash == hash
                && call.subgraph.equals(subgraph)
                && call.url.equals(url)
                && Objects.equals(call.terms.authorization(), terms.authorization())
                && Arrays.equals(call.body, body);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
