package io.tideline.gateway.supergraph;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A bounded memory of what was derived from one supergraph. Two generations: what is used moves to the young one; when
 * that is full the old one is forgotten. Reading takes no lock, and it never holds more than {@code capacity} values.
 */
public final class Remembered<K, V> {
    /** One value weighs no more than this part of all: a few large ones must not push out the rest. */
    private static final int SHARES = 64;

    private final int half;
    private final ToIntBiFunction<K, V> weight;
    private final int most;
    private volatile Kept<K, V> young = new Kept<>();
    private volatile Kept<K, V> old = new Kept<>();

    private static final class Kept<K, V> {
        final ConcurrentHashMap<K, V> values = new ConcurrentHashMap<>();
        final AtomicLong weight = new AtomicLong();
    }

    public Remembered(int capacity) {
        this(capacity, (key, value) -> 0, Integer.MAX_VALUE);
    }

    /**
     * @param weight what one value takes, in the unit of {@code most}
     * @param most what all values may take; one that takes more than a 64th of it is not remembered
     */
    public Remembered(int capacity, ToIntBiFunction<K, V> weight, int most) {
        this.half = Math.max(1, capacity / 2);
        this.weight = weight;
        this.most = most;
    }

    public @Nullable V get(K key) {
        V value = young.values.get(key);
        if (value != null) {
            return value;
        }
        value = old.values.get(key);
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
        int weighs = weight.applyAsInt(key, value);
        if (weighs > most / SHARES) {
            return;
        }
        Kept<K, V> target = young;
        target.values.put(key, value);
        if (target.weight.addAndGet(weighs) >= most / 2 || target.values.size() >= half) {
            turnOver(target);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very map that is full, not one like it
    private synchronized void turnOver(Kept<K, V> full) {
        if (young == full) {
            old = full;
            young = new Kept<>();
        }
    }

    public int size() {
        return young.values.size() + old.values.size();
    }
}
