package io.tideline.local.imports;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one file from reading to the door. */
final class Importing {
    /** Where batches go: to a door, or nowhere in a dry run. */
    @FunctionalInterface
    interface Exit {
        void send(Batch batch) throws IOException;
    }

    /** @param lines adds up lines to orders; null where every row stands for itself */
    record Plan(Mapping mapping, RowReader reader, @Nullable OrderLines lines, boolean keepsGoing) {}

    private final Plan plan;
    private final BatchWriter writer;
    private final Tally tally;
    private final RejectedRows rejected;
    private final Exit exit;
    private Batch batch = new Batch();

    Importing(Plan plan, Tally tally, RejectedRows rejected, Exit exit) throws IOException {
        this.plan = plan;
        this.writer = new BatchWriter(plan.mapping());
        this.tally = tally;
        this.rejected = rejected;
        this.exit = exit;
    }

    /** A row that may go out or may be refused. */
    void row(SourceRow row) throws IOException {
        if (row.fault() == null && !plan.mapping().takes(row)) {
            tally.passedOver();
            return;
        }
        tally.read();
        OrderLines lines = plan.lines();
        @Nullable String[] values = new String[plan.mapping().kind().targets().size()];
        BadValue fault = row.fault() == null ? plan.reader().read(row, values) : row.fault();
        if (lines != null && row.fault() == null) {
            BadValue unfit = lines.add(values, row.line(), fault == null);
            fault = fault == null ? unfit : fault;
        }
        if (fault != null) {
            refuse(row, fault);
        } else if (lines == null) {
            add(values, row);
        }
        if (tally.rowsRead() >= Tally.JUDGED_FROM) {
            judge();
        }
    }

    /** After the last row: sends what is left. */
    void end() throws IOException {
        judge();
        OrderLines lines = plan.lines();
        if (lines != null) {
            lines.drain(this::order);
        }
        if (!batch.isEmpty()) {
            exit.send(batch);
        }
    }

    /** Stops a file whose bad rows are too many to be an accident. */
    void judge() {
        if (!plan.keepsGoing() && tally.isBad()) {
            throw new TooManyBadRows("stopped: " + tally.rowsRejected() + " of " + tally.rowsRead()
                    + " rows are bad, which is over 10 %; " + rejected.whereTold()
                    + "; --keep-going imports the good ones");
        }
    }

    private void order(@Nullable String[] values, SourceRow firstLine, @Nullable BadValue fault) throws IOException {
        if (fault != null) {
            refuse(firstLine, fault);
        } else {
            add(values, firstLine);
        }
    }

    private void add(@Nullable String[] values, SourceRow row) throws IOException {
        writer.add(values, row, batch);
        if (batch.isFull()) {
            exit.send(batch);
            batch = new Batch();
        }
    }

    private void refuse(SourceRow row, BadValue fault) {
        tally.rejected();
        rejected.add(row, fault);
    }
}
