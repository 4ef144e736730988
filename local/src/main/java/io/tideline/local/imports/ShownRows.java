package io.tideline.local.imports;

import io.tideline.local.platform.Progress;

/** Tells the first bad rows of a dry run, which writes no file. */
final class ShownRows implements RejectedRows {
    private static final int MOST = 20;

    private final Progress progress;
    private int count;

    ShownRows(Progress progress) {
        this.progress = progress;
    }

    @Override
    public synchronized void add(SourceRow row, BadValue fault) {
        if (++count <= MOST) {
            String column = fault.column().isEmpty() ? "" : " column " + fault.column();
            String value = fault.value() == null ? "" : " '" + fault.value() + "'";
            progress.line("line " + row.line() + column + value + ": " + fault.reason());
        }
    }

    @Override
    public String whereTold() {
        return "the first are above";
    }

    @Override
    public void close() {
        if (count > MOST) {
            progress.line("and " + (count - MOST) + " more bad rows");
        }
    }
}
