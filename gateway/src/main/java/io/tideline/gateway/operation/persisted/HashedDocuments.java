package io.tideline.gateway.operation.persisted;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Documents by the hash of their text, as clients sent them. Two generations: what is used moves to the young one; when
 * that holds half of the bytes the old one is forgotten. So a flood of documents costs its senders, not the memory.
 */
final class HashedDocuments {
    /** What a character takes, and what a key and its entry take beside it. */
    private static final int CHARACTER = 2;

    private static final int ENTRY = 256;

    private final long half;
    private volatile Half young = new Half();
    private volatile Half old = new Half();

    private static final class Half {
        final ConcurrentHashMap<String, String> byHash = new ConcurrentHashMap<>();
        final AtomicLong bytes = new AtomicLong();
    }

    HashedDocuments(long capacityBytes) {
        half = capacityBytes / 2;
    }

    @Nullable
    String get(String hash) {
        String text = young.byHash.get(hash);
        if (text == null) {
            text = old.byHash.get(hash);
            if (text != null) {
                put(hash, text);
            }
        }
        return text;
    }

    void put(String hash, String text) {
        long size = ENTRY + (long) CHARACTER * text.length();
        Half target = young;
        if (size <= half && target.byHash.put(hash, text) == null && target.bytes.addAndGet(size) > half) {
            turnOver(hash, text, size);
        }
    }

    private synchronized void turnOver(String hash, String text, long size) {
        if (young.bytes.get() > half) {
            young.byHash.remove(hash);
            old = young;
            Half fresh = new Half();
            fresh.byHash.put(hash, text);
            fresh.bytes.set(size);
            young = fresh;
        }
    }

    int size() {
        return young.byHash.size() + old.byHash.size();
    }
}
