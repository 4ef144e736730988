package io.tideline.funnel.journey;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes while they are being written: whole numbers of 7 bits a byte, the lowest first, a set highest bit where more follow. */
final class ByteWriter {
    private static final int USUAL_LENGTH = 256;

    private byte[] bytes = new byte[USUAL_LENGTH];
    private int size;

    void number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            one((byte) (rest | 0x80));
            rest >>>= 7;
        }
        one((byte) rest);
    }

    /** A number that may be below 0. */
    void signed(long value) {
        number(value << 1 ^ value >> 63);
    }

    void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        for (byte one : encoded) {
            one(one);
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void one(byte value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = value;
    }
}
