package io.tideline.platform.graph;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Reads that the things of one answer share: the first of them to be asked reads for all, the others wait for the same result.
 *
 * <p>It is for fields that take arguments. A {@code @Source List} field is batched by its source alone, so two aliases of it with different arguments
 * would both get the answer to the first.
 */
public final class ReadOnce {
    private final Map<Object, Uni<?>> reads = new ConcurrentHashMap<>();

    /** @param what names the read with all its arguments; it always gives the same type */
    @SuppressWarnings("unchecked")
    public <T> Uni<T> get(Object what, Supplier<Uni<T>> read) {
        return (Uni<T>) reads.computeIfAbsent(
                what, name -> Uni.createFrom().deferred(read::get).memoize().indefinitely());
    }
}
