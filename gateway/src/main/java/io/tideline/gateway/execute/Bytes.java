package io.tideline.gateway.execute;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow at the end and can be cut back. */
public final class Bytes {
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes;
    private int size;

    public Bytes(int expected) {
        bytes = new byte[Math.max(64, expected)];
    }

    public int size() {
        return size;
    }

    public byte[] array() {
        return bytes;
    }

    public void cutTo(int length) {
        size = length;
    }

    public void write(char ascii) {
        room(1);
        bytes[size++] = (byte) ascii;
    }

    public void write(byte[] more) {
        write(more, 0, more.length);
    }

    public void write(byte[] more, int from, int to) {
        room(to - from);
        System.arraycopy(more, from, bytes, size, to - from);
        size += to - from;
    }

    /** Whether two slices are equal. */
    boolean isSame(int from, int to, int otherFrom, int otherTo) {
        return Arrays.equals(bytes, from, to, bytes, otherFrom, otherTo);
    }

    /** A hash of a slice, whose upper half is the better one. */
    long hash(int from, int to, long seed) {
        long hash = seed;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            hash = mixed(hash ^ (long) WORD.get(bytes, at), seed);
        }
        for (; at < to; at++) {
            hash = mixed(hash ^ bytes[at], seed);
        }
        return hash;
    }

    private static long mixed(long hash, long seed) {
        long product = hash * seed;
        return product ^ (product >>> 29);
    }

    public void write(Raw raw) {
        write(raw.bytes(), raw.from(), raw.to());
    }

    public void writeNull() {
        write(NULL);
    }

    public void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
