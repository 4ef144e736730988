package io.tideline.platform.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts what a store found into the order that entity resolvers must answer in. */
public final class InKeyOrder {
    private InKeyOrder() {}

    /** One entry per key, in the keys' order, null where nothing was found. */
    public static <K, V> List<@Nullable V> of(List<K> keys, List<V> found, Function<V, K> keyOf) {
        Map<K, V> byKey = new HashMap<>();
        found.forEach(value -> byKey.put(keyOf.apply(value), value));
        List<@Nullable V> ordered = new ArrayList<>(keys.size());
        keys.forEach(key -> ordered.add(byKey.get(key)));
        return ordered;
    }
}
