package io.tideline.funnel.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Durations in seconds while they are being collected. Nothing is copied as they become more, or as those of others are added. */
final class Samples {
    private static final int FIRST = 16;
    private static final int MOST = 4_096;
    private static final double[] NONE = {};

    private final Room room;
    private final List<double[]> full = new ArrayList<>();
    private double[] last = NONE;
    private int inLast;
    private int size;

    Samples(Room room) {
        this.room = room;
    }

    void add(double value) {
        if (inLast == last.length) {
            int length = Math.min(MOST, Math.max(FIRST, size));
            room.take((long) length * Double.BYTES);
            full.add(last);
            last = new double[length];
            inLast = 0;
        }
        last[inLast++] = value;
        size++;
    }

    /** Takes over what another has collected. */
    void addAll(Samples other) {
        full.add(Arrays.copyOf(last, inLast));
        full.addAll(other.full);
        last = other.last;
        inLast = other.inLast;
        size += other.size;
        other.forget();
    }

    int size() {
        return size;
    }

    /** Hands the values over; nothing is left. */
    double[] drained() {
        double[] all = new double[size];
        int at = 0;
        for (double[] some : full) {
            System.arraycopy(some, 0, all, at, some.length);
            at += some.length;
        }
        System.arraycopy(last, 0, all, at, inLast);
        forget();
        return all;
    }

    private void forget() {
        full.clear();
        last = NONE;
        inLast = 0;
        size = 0;
    }
}
