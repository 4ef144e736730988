package io.tideline.funnel.result;

import java.util.Arrays;

/** Durations in seconds while they are being collected. */
final class Samples {
    private double[] seconds = new double[16];
    private int size;

    void add(double value) {
        if (size == seconds.length) {
            seconds = Arrays.copyOf(seconds, size * 2);
        }
        seconds[size++] = value;
    }

    void addAll(Samples other) {
        if (size + other.size > seconds.length) {
            seconds = Arrays.copyOf(seconds, Math.max(size + other.size, size * 2));
        }
        System.arraycopy(other.seconds, 0, seconds, size, other.size);
        size += other.size;
    }

    double[] values() {
        return Arrays.copyOf(seconds, size);
    }
}
