package io.tideline.gateway.execute;

import java.nio.charset.StandardCharsets;

/** A leaf as the subgraph wrote it: a slice of its answer that is never decoded unless someone must look inside. */
@SuppressWarnings("ArrayRecordComponent") // a slice of a large answer, never compared
public record Raw(byte[] bytes, int from, int to) {

    /** The text of the slice, quotes included. */
    public String text() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
