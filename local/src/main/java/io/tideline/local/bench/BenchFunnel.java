package io.tideline.local.bench;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * {@code ./tideline bench funnel [ROWS [MORE]]}: a funnel of six stages over generated events of globex, in every mode, asked of the gateway; beside it the
 * same question to the same PostgreSQL by window functions, and to DuckDB over the same rows. The answers must be equal.
 * <pre>
 * ratio_sql    = slowest mode / window functions in PostgreSQL      ratio_groups = grouped by market / ungrouped
 * ratio_duckdb = slowest mode / window functions in DuckDB          growth       = time a row at MORE / time a row at ROWS, all modes together
 * </pre>
 * The line before: events a second through the door while journeys are kept, which must say the same when built anew; the longest transaction that packed
 * meanwhile; and the most heap that one question held at MORE.
 * <p>ROWS events are stored by SQL with their facts, those up to MORE as the notes that the door writes; all are packed by the service. Times are medians but
 * those of the two peers, of which the best counts. The period is open, so no answer is remembered but where that is measured. All is removed in the end.
 */
final class BenchFunnel {
    private static final long ROWS = 3_000_000;
    private static final long MORE = 30_000_000;
    private static final int RUNS = 5;
    private static final int RUNS_OF_MORE = 3;
    private static final int INGESTED_PART = 6;
    private static final double MILLIS = 1e3;

    private final Platform platform;
    private final PrintStream out;
    private final FunnelData data;
    private final FunnelQuestions questions;

    private BenchFunnel(Platform platform, PrintStream out) {
        this.platform = platform;
        this.out = out;
        this.data = new FunnelData(platform);
        this.questions = new FunnelQuestions(platform, out);
    }

    /** Prints the figures as the last line. */
    static int run(List<String> arguments, Platform platform, PrintStream out) {
        long rows = arguments.isEmpty() ? ROWS : Long.parseLong(arguments.get(0));
        long more = arguments.size() > 1 ? Long.parseLong(arguments.get(1)) : rows == ROWS ? MORE : 10 * rows;
        try {
            new BenchFunnel(platform, out).measure(rows, more);
            return 0;
        } catch (SQLException e) {
            throw new LocalException("the database failed: " + e.getMessage() + "; is the platform up?", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("interrupted", e);
        }
    }

    /** Seconds, but the growth. */
    record Figures(double mode, double sql, double duckDb, double groups, double plain, double cached, double growth) {
        String line() {
            return String.format(
                    Locale.ROOT,
                    "ratio_sql=%.3f ratio_groups=%.2f cached_p95_ms=%.1f growth=%.2f ratio_duckdb=%.3f",
                    mode / sql,
                    groups / plain,
                    cached * MILLIS,
                    growth,
                    mode / duckDb);
        }
    }

    /** Seconds of the modes. */
    private record Modes(double slowest, double all) {}

    private void measure(long rows, long more) throws SQLException, IOException, InterruptedException {
        data.clear();
        try {
            load(rows);
            double[] peers = peers();
            Modes modes = modes("", RUNS);
            double plain = questions.median("BEST_ENTRY again", RUNS, () -> questions.counts(FunnelQuestions.BEST));
            double groups = questions.median("by market", RUNS, questions::groups);
            double cached = questions.cached();
            FunnelIngest.Figures ingest = ingest(rows / INGESTED_PART);
            swell(rows, more);
            Modes large = modes(" of " + more, RUNS_OF_MORE);
            questions.median("by market of " + more, RUNS_OF_MORE, questions::groups);
            double memory = memory();
            double growth = large.all() / more / (modes.all() / rows);
            out.printf(
                    Locale.ROOT,
                    "ingest_per_s=%.0f longest_packing_ms=%d memory_mb=%.0f%n",
                    ingest.rowsPerSecond(),
                    ingest.longestPacking(),
                    memory);
            out.println(new Figures(modes.slowest(), peers[0], peers[1], groups, plain, cached, growth).line());
        } finally {
            data.clear();
        }
    }

    private void load(long rows) throws SQLException, InterruptedException {
        long started = System.nanoTime();
        data.grow(0, rows);
        questions.define();
        data.awaitPacked(questions::knock);
        out.printf(Locale.ROOT, "%,d events stored and packed in %.0f s%n", rows, FunnelQuestions.since(started));
    }

    private void swell(long from, long to) throws SQLException, InterruptedException {
        long started = System.nanoTime();
        data.swell(from, to);
        double noted = FunnelQuestions.since(started);
        data.awaitPacked(questions::knock);
        out.printf(
                Locale.ROOT,
                "%,d further events noted in %.0f s and packed in %.0f s%n",
                to - from,
                noted,
                FunnelQuestions.since(started) - noted);
    }

    /** Seconds of PostgreSQL and of DuckDB. */
    private double[] peers() throws SQLException, IOException {
        try (Connection connection = data.connect()) {
            int first = data.firstName(connection);
            double sql = best(
                    "window functions",
                    () -> FunnelStatements.numbers(connection, "funnel_window_functions", first, FunnelData.TENANT));
            try (DuckDb peer = DuckDb.with(connection, first)) {
                return new double[] {sql, best("DuckDB", peer::counts)};
            }
        }
    }

    private Modes modes(String of, int runs) {
        double slowest = 0;
        double all = 0;
        for (Map.Entry<String, String> mode : FunnelQuestions.MODES.entrySet()) {
            double seconds = questions.median(mode.getKey() + of, runs, () -> questions.counts(mode.getValue()));
            slowest = Math.max(slowest, seconds);
            all += seconds;
        }
        return new Modes(slowest, all);
    }

    /** What was kept while events came in must say what is built anew. */
    private FunnelIngest.Figures ingest(long rows) throws SQLException, InterruptedException {
        FunnelIngest.Figures figures = new FunnelIngest(platform, data).measure(rows);
        out.printf(
                Locale.ROOT,
                "%,d events taken in, %.0f a second; longest transaction that packed meanwhile %d ms%n",
                rows,
                figures.rowsPerSecond(),
                figures.longestPacking());
        data.awaitPacked(questions::knock);
        String kept = questions.allCounts();
        data.buildAnew();
        data.awaitPacked(questions::knock);
        String anew = questions.allCounts();
        if (!kept.equals(anew)) {
            throw new LocalException("journeys say\n" + kept + "built anew\n" + anew);
        }
        return figures;
    }

    /** Mebibytes of the question that holds most. */
    private double memory() {
        ServiceHeap heap = new ServiceHeap(platform, Part.FUNNEL);
        double most = heap.mebibytesDuring(questions::groups);
        out.printf(Locale.ROOT, "%-28s %8.1f MB held%n", "by market", most);
        for (Map.Entry<String, String> mode : FunnelQuestions.MODES.entrySet()) {
            double held = heap.mebibytesDuring(() -> questions.counts(mode.getValue()));
            out.printf(Locale.ROOT, "%-28s %8.1f MB held%n", mode.getKey(), held);
            most = Math.max(most, held);
        }
        return most;
    }

    /** The best of three, with the counts, which all have to agree on. */
    private double best(String name, Callable<long[]> question) {
        double best = Double.POSITIVE_INFINITY;
        long[] expected = questions.counts(FunnelQuestions.BEST);
        for (int run = 0; run < 3; run++) {
            long started = System.nanoTime();
            long[] counts = FunnelQuestions.called(question);
            best = Math.min(best, FunnelQuestions.since(started));
            if (!Arrays.equals(counts, expected)) {
                throw new LocalException(
                        name + " says " + Arrays.toString(counts) + ", the service " + Arrays.toString(expected));
            }
        }
        out.printf(Locale.ROOT, "%-28s %8.0f ms  %s%n", name, best * MILLIS, Arrays.toString(expected));
        return best;
    }
}
