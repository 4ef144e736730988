package io.tideline.roi.gather;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects the keys that the fields of one answer ask for until the event loop comes round again, then loads them with one call. Each key is loaded
 * once, however many fields ask for it.
 *
 * @param <K> what is asked for
 * @param <V> what one key gives
 */
public final class Gather<K, V> {
    private final Function<Set<K>, Uni<Map<K, V>>> load;
    private final Map<K, Uni<V>> asked = new HashMap<>();
    private @Nullable Set<K> open;
    private @Nullable Uni<Map<K, V>> coming;

    /** @param load gives a value for every key it is given */
    public Gather(Function<Set<K>, Uni<Map<K, V>>> load) {
        this.load = load;
    }

    public synchronized Uni<V> ask(K key) {
        return asked.computeIfAbsent(key, fresh -> join(fresh).map(values -> values.get(fresh)));
    }

    private Uni<Map<K, V>> join(K key) {
        if (open == null || coming == null) {
            open = new LinkedHashSet<>();
            coming = nextTurn().flatMap(turn -> load.apply(close())).memoize().indefinitely();
        }
        open.add(key);
        return coming;
    }

    private synchronized Set<K> close() {
        Set<K> keys = open == null ? Set.of() : open;
        open = null;
        coming = null;
        return keys;
    }

    private static Uni<Void> nextTurn() {
        return Uni.createFrom().emitter(emitter -> {
            Context context = Vertx.currentContext();
            if (context == null) {
                emitter.complete(null);
            } else {
                context.runOnContext(turn -> emitter.complete(null));
            }
        });
    }
}
