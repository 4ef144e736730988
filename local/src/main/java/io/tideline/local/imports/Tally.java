package io.tideline.local.imports;

import java.util.Locale;

/** Counts of rows. Rows are read by one thread and answered for by others. */
final class Tally {
    /** Rows after which a file is first judged by its bad rows. */
    static final long JUDGED_FROM = 1_000;

    private static final long BAD_OF = 10;

    private final long startedNanos = System.nanoTime();
    private long read;
    private long passedOver;
    private long accepted;
    private long duplicates;
    private long rejected;

    synchronized void read() {
        read++;
    }

    synchronized void passedOver() {
        passedOver++;
    }

    synchronized void rejected() {
        rejected++;
    }

    synchronized void answered(long newlyAccepted, long newDuplicates, long newlyRejected) {
        accepted += newlyAccepted;
        duplicates += newDuplicates;
        rejected += newlyRejected;
    }

    synchronized long rowsRead() {
        return read;
    }

    synchronized long rowsRejected() {
        return rejected;
    }

    synchronized long rowsAccepted() {
        return accepted;
    }

    /** True where more than every tenth row is bad. */
    synchronized boolean isBad() {
        return rejected * BAD_OF > read;
    }

    double seconds() {
        return (System.nanoTime() - startedNanos) / 1e9;
    }

    /** @param seconds what the rows took */
    synchronized String line(double seconds) {
        String skipped = passedOver == 0 ? "" : " skipped=" + passedOver;
        return String.format(
                Locale.ROOT,
                "read=%d accepted=%d duplicates=%d rejected=%d%s seconds=%.1f rows_per_s=%.0f",
                read,
                accepted,
                duplicates,
                rejected,
                skipped,
                seconds,
                read / Math.max(seconds, 0.001));
    }
}
