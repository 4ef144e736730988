package io.tideline.local.imports;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Platform;
import io.tideline.local.platform.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code ./tideline import KIND FILE}: brings a file in through the ingest doors of the running platform. */
public final class ImportCommand {
    /** All rows are in. */
    static final int DONE = 0;

    /** The good rows are in, others were rejected. */
    static final int SOME_REJECTED = 1;

    /** The command line does not fit; nothing was written. */
    static final int WRONG_USAGE = 2;

    /** The import ended early. */
    static final int STOPPED = 3;

    private final ImportOptions options;
    private final Doors doors;
    private final ImportZone zone;
    private final Progress progress;
    private final Tally tally = new Tally();

    ImportCommand(ImportOptions options, Doors doors, Supplier<String> organisationZone, Progress progress) {
        this.options = options;
        this.doors = doors;
        this.progress = progress;
        this.zone = new ImportZone(options.timeZone(), organisationZone, progress::line);
    }

    /** Imports as the arguments say, telling {@code out} how far it is; the last line is the summary. Gives the exit code. */
    public static int run(List<String> arguments, Platform platform, PrintStream out) {
        Progress progress = new Progress(out, Boolean.getBoolean("tideline.terminal"));
        return run(
                arguments,
                progress,
                options -> new ImportCommand(
                        options,
                        Doors.of(platform, options.tenant()),
                        ImportZone.of(platform, options.tenant()),
                        progress));
    }

    static int run(List<String> arguments, Progress progress, Function<ImportOptions, ImportCommand> command) {
        if (arguments.isEmpty() || arguments.contains("--help")) {
            progress.line(Usage.text());
            return arguments.isEmpty() ? WRONG_USAGE : DONE;
        }
        try {
            return command.apply(ImportOptions.of(arguments)).run();
        } catch (UsageException e) {
            progress.line("import: " + e.getMessage());
            progress.line("./tideline import --help tells the kinds and options");
            return WRONG_USAGE;
        } catch (IOException e) {
            progress.line("import: the file cannot be read: " + e.getMessage());
            return STOPPED;
        }
    }

    int run() throws IOException {
        try (SourceFile file = SourceFile.open(options.file(), options.encodings())) {
            SampledRows rows = SampledRows.of(file, options);
            Mapping mapping = Mapping.of(options, rows.columns());
            Importing.Plan plan = plan(mapping, rows);
            progress.line(options.kind().label() + " of " + options.tenant() + " from " + options.file() + ": "
                    + mapping.shown());
            return options.dryRun() ? dryRun(plan, rows, file) : bringIn(plan, rows, file);
        }
    }

    private Importing.Plan plan(Mapping mapping, SampledRows rows) {
        Moments moments = new Moments(zone, DateFormat.of(options.dateFormat()));
        RowReader reader = RowReader.of(options, mapping, moments, rows.sample());
        if (reader.isDecimalComma() && options.decimal() == null) {
            progress.line("numbers of the first rows have a decimal comma; --decimal point would read them otherwise");
        }
        return new Importing.Plan(mapping, reader, orderLines(mapping), options.keepGoing());
    }

    private @Nullable OrderLines orderLines(Mapping mapping) {
        if (options.kind() != Kind.ORDERS) {
            return null;
        }
        boolean hasIds = mapping.sources().get(Kind.ORDERS.place("id")) != null;
        String orderBy = options.orderBy() == null ? (hasIds ? "id" : "none") : options.orderBy();
        if (orderBy.equals("id") && !hasIds) {
            throw new UsageException("--order-by id needs --map id=COLUMN; the columns are "
                    + mapping.columns().listed());
        }
        return switch (orderBy) {
            case "id" -> OrderLines.byId();
            case "customer,day" -> OrderLines.byCustomerAndDay(zone.get());
            default -> null;
        };
    }

    private int dryRun(Importing.Plan plan, SampledRows rows, SourceFile file) throws IOException {
        int code;
        try (ShownRows rejected = new ShownRows(progress)) {
            Importing importing = new Importing(plan, tally, rejected, batch -> batch.body());
            code = pass(importing, rows, file);
        }
        return end(plan, file, code, "nothing was written: --dry-run");
    }

    private int bringIn(Importing.Plan plan, SampledRows rows, SourceFile file) throws IOException {
        int code;
        try (RejectedFile rejected = new RejectedFile(
                        RejectedFile.place(options), plan.mapping().columns());
                Sender sender = new Sender(doors, options.kind(), new Answers(plan.mapping(), tally, rejected))) {
            code = pass(new Importing(plan, tally, rejected, sender::send), rows, file);
            sender.finish();
            if (tally.rowsRejected() > 0) {
                progress.line(tally.rowsRejected() + " bad rows: " + rejected.whereTold());
            }
        }
        return end(plan, file, code, null);
    }

    /** Reads to the end, or to where the file is too bad. */
    private int pass(Importing importing, SampledRows rows, SourceFile file) throws IOException {
        ImportProgress shown = new ImportProgress(progress, file, tally);
        try {
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                importing.row(row);
                shown.row();
            }
            importing.end();
            return DONE;
        } catch (TooManyBadRows e) {
            progress.line("import: " + e.getMessage());
            return STOPPED;
        }
    }

    private int end(Importing.Plan plan, SourceFile file, int code, @Nullable String note) {
        double seconds = tally.seconds();
        OrderLines lines = plan.lines();
        if (lines != null) {
            progress.line(tally.rowsRead() + " lines are " + lines.size() + " orders");
        }
        if (file.foreignBytes() > 0) {
            progress.line(
                    file.foreignBytes() + " bytes are not of the first encoding; --encoding names how they are read");
        }
        if (note != null) {
            progress.line(note);
        } else if (options.waits() && tally.rowsAccepted() > 0) {
            waitForFeeds();
        }
        progress.line(tally.line(seconds));
        return code == DONE && tally.rowsRejected() > 0 ? SOME_REJECTED : code;
    }

    private void waitForFeeds() {
        progress.passing("waiting until all services have applied the facts …");
        try {
            Optional<String> behind = FeedWait.usual(doors).run();
            behind.ifPresent(who -> progress.line("facts are stored but not applied everywhere yet: " + who));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("interrupted", e);
        }
    }
}
