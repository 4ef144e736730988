package io.tideline.gateway.supergraph;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A bounded memory of what was derived from one supergraph. Two generations: what is used moves to the young one; when
 * that is full the old one is forgotten. Reading takes no lock, and it never holds more than {@code capacity} values.
 */
public final class Remembered<K, V> {
    private final int half;
    private volatile ConcurrentHashMap<K, V> young = new ConcurrentHashMap<>();
    private volatile ConcurrentHashMap<K, V> old = new ConcurrentHashMap<>();

    public Remembered(int capacity) {
        half = Math.max(1, capacity / 2);
    }

    public @Nullable V get(K key) {
        V value = young.get(key);
        if (value != null) {
            return value;
        }
        value = old.get(key);
        if (value != null) {
            put(key, value);
        }
        return value;
    }

    /** The remembered value, or the one made now; makers of the same key may race, one of them wins. */
    public V get(K key, Function<K, V> make) {
        V value = get(key);
        if (value == null) {
            value = make.apply(key);
            put(key, value);
        }
        return value;
    }

    public void put(K key, V value) {
        ConcurrentHashMap<K, V> target = young;
        target.put(key, value);
        if (target.size() >= half) {
            turnOver(target);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very map that is full, not one like it
    private synchronized void turnOver(ConcurrentHashMap<K, V> full) {
        if (young == full) {
            old = full;
            young = new ConcurrentHashMap<>();
        }
    }

    public int size() {
        return young.size() + old.size();
    }
}
