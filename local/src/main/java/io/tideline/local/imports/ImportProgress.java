package io.tideline.local.imports;

import io.tideline.local.platform.Progress;
import java.util.Locale;

/** A bar with rows, rate and remaining time, by the share of the file's bytes that have been read. */
final class ImportProgress {
    private static final int BAR = 24;
    private static final int EVERY_ROWS = 500;
    private static final long EVERY_NANOS = 200_000_000;

    private final Progress progress;
    private final SourceFile file;
    private final Tally tally;
    private long shownNanos = System.nanoTime();
    private int rows;

    ImportProgress(Progress progress, SourceFile file, Tally tally) {
        this.progress = progress;
        this.file = file;
        this.tally = tally;
    }

    /** After each row; shows itself a few times a second. */
    void row() {
        if (++rows % EVERY_ROWS == 0 && System.nanoTime() - shownNanos > EVERY_NANOS) {
            shownNanos = System.nanoTime();
            progress.passing(text(file.shareRead(), tally.rowsRead(), tally.seconds()));
        }
    }

    /** @param share of the file that was read, 0..1 */
    static String text(double share, long read, double seconds) {
        int full = (int) Math.floor(share * BAR);
        long remaining = share <= 0 ? 0 : Math.round(seconds / share - seconds);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f %%  %,d rows  %,.0f rows/s  %d:%02d left",
                "#".repeat(full),
                ".".repeat(BAR - full),
                share * 100,
                read,
                read / Math.max(seconds, 0.001),
                remaining / 60,
                remaining % 60);
    }
}
