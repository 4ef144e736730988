package io.tideline.gateway.subgraph;

import java.util.Arrays;
import java.util.Objects;

/** One request to a subgraph: calls that are equal may share an answer, because the authorization is part of them. */
public final class SubgraphCall {
    private final String subgraph;
    private final String url;
    private final byte[] body;
    private final CallTerms terms;
    private final int wave;
    private final int hash;

    /** {@code wave} counts from 1 how many calls had to come one after the other until this one. */
    public SubgraphCall(Target target, byte[] body, CallTerms terms, int wave) {
        this.subgraph = target.subgraph();
        this.url = target.url();
        this.wave = wave;
        this.body = body;
        this.terms = terms;
        this.hash = Arrays.hashCode(body) * 31 + Objects.hash(subgraph, terms.authorization());
    }

    /** A subgraph and where it is. */
    public record Target(String subgraph, String url) {}

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

    int wave() {
        return wave;
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
