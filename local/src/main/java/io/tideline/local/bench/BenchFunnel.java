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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/**
 * {@code ./tideline bench funnel [ROWS [MORE]]}: a funnel of six stages over generated events of globex, in every mode, asked of the gateway; beside it the
 * same question to the same PostgreSQL by window functions, and to DuckDB over the same rows. The answers must be equal.
 * <pre>
 * ratio_sql    = slowest mode / window functions in PostgreSQL      ratio_groups = grouped by market / ungrouped
 * ratio_duckdb = slowest mode / window functions in DuckDB          growth       = time a row at MORE / time a row at ROWS, all modes together
 * </pre>
 * The line before: events a second through the door while journeys are kept, which must say the same when built anew, and the processor time of each; the longest
 * transaction that packed meanwhile; the most heap that one question held at MORE; and, by processor time, the mean of
 * the modes beside window functions and the growth.
 * <p>ROWS events are stored by SQL with their facts, those up to MORE as the notes that the door writes; all are packed by the service. Whatever is compared is
 * asked in turn ({@link FunnelRounds}), but the two sizes, whose best times count. The period is open, so no answer is remembered but where that is measured.
 * <p>At 30,000,000 events some 6 GB of disk are taken meanwhile, log included. All is removed in the end.
 */
final class BenchFunnel {
    private static final long ROWS = 3_000_000;
    private static final long MORE = 30_000_000;
    private static final int ROUNDS = 5;
    private static final int ROUNDS_OF_MORE = 3;
    private static final int PAIRS = 9;
    private static final int INGESTED_PART = 6;
    private static final double MILLIS = 1e3;
    private static final String SQL = "window functions";
    private static final String DUCK_DB = "DuckDB";
    private static final String GROUPS = "by market";
    private static final String UNGROUPED = "BEST_ENTRY";

    private final Platform platform;
    private final PrintStream out;
    private final FunnelData data;
    private final FunnelQuestions questions;
    private final long started = System.nanoTime();

    private BenchFunnel(Platform platform, PrintStream out) {
        this.platform = platform;
        this.out = out;
        this.data = new FunnelData(platform, out);
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

    /** @param cached seconds */
    record Figures(double sql, double duckDb, double groups, double cached, double growth) {
        String line() {
            return String.format(
                    Locale.ROOT,
                    "ratio_sql=%.3f ratio_groups=%.2f cached_p95_ms=%.1f growth=%.2f ratio_duckdb=%.3f",
                    sql,
                    groups,
                    cached * MILLIS,
                    growth,
                    duckDb);
        }
    }

    private void measure(long rows, long more) throws SQLException, IOException, InterruptedException {
        data.clear();
        try {
            load(rows);
            phase("modes and window functions in turn");
            FunnelRounds few = besidePeers();
            phase("by market and ungrouped in turn");
            FunnelRounds pairs = FunnelRounds.ask(
                    platform,
                    out,
                    PAIRS,
                    Map.of(GROUPS, questions::groups, UNGROUPED, () -> questions.counts(FunnelQuestions.BEST)));
            phase("remembered answers");
            double cached = questions.cached();
            phase("ingest");
            FunnelIngest.Figures ingest = ingest(rows / INGESTED_PART);
            swell(rows, more);
            phase("modes of " + more);
            Map<String, Callable<?>> asked = modes();
            asked.put(GROUPS, questions::groups);
            FunnelRounds many = FunnelRounds.ask(platform, out, ROUNDS_OF_MORE, asked);
            phase("memory");
            double memory = memory();
            phase("the end");
            out.printf(
                    Locale.ROOT,
                    "ingest_per_s=%.0f ingest_cpu_us=%.0f longest_packing_ms=%d memory_mb=%.0f ratio_sql_cpu=%.3f growth_cpu=%.2f%n",
                    ingest.rowsPerSecond(),
                    ingest.processor(),
                    ingest.longestPacking(),
                    memory,
                    all(few::processor) / FunnelQuestions.MODES.size() / few.processor(SQL),
                    growth(few::processor, rows, many::processor, more));
            out.println(new Figures(
                            slowest(few, SQL),
                            slowest(few, DUCK_DB),
                            pairs.ratio(GROUPS, UNGROUPED),
                            cached,
                            growth(few::best, rows, many::best, more))
                    .line());
        } finally {
            data.clear();
        }
    }

    /** Says how long the phase before took. */
    private void phase(String next) {
        out.printf(Locale.ROOT, "-- after %.0f s: %s%n", FunnelQuestions.since(started), next);
    }

    /** How many times as long as the other the mode takes that takes longest. */
    private static double slowest(FunnelRounds rounds, String other) {
        return FunnelQuestions.MODES.keySet().stream()
                .mapToDouble(mode -> rounds.ratio(mode, other))
                .max()
                .orElseThrow();
    }

    private static double growth(ToDoubleFunction<String> few, long rows, ToDoubleFunction<String> many, long more) {
        return all(many) / more / (all(few) / rows);
    }

    private static double all(ToDoubleFunction<String> seconds) {
        return FunnelQuestions.MODES.keySet().stream().mapToDouble(seconds).sum();
    }

    private void load(long rows) throws SQLException, InterruptedException {
        phase("storing and packing events");
        data.grow(0, rows);
        questions.define();
        data.awaitPacked(questions::knock);
    }

    private void swell(long from, long to) throws SQLException, InterruptedException {
        phase("noting further events");
        data.swell(from, to);
        phase("packing them");
        data.awaitPacked(questions::knock);
    }

    /** Every mode, beside PostgreSQL and DuckDB, which have to say the same as the service. */
    private FunnelRounds besidePeers() throws SQLException, IOException {
        long[] expected = questions.counts(FunnelQuestions.BEST);
        try (Connection connection = data.connect()) {
            int first = data.firstName(connection);
            try (DuckDb peer = DuckDb.with(connection, first)) {
                Map<String, Callable<?>> asked = modes();
                asked.put(
                        SQL,
                        () -> same(
                                expected,
                                FunnelStatements.numbers(
                                        connection, "funnel_window_functions", first, FunnelData.TENANT)));
                asked.put(DUCK_DB, () -> same(expected, peer.counts()));
                return FunnelRounds.ask(platform, out, ROUNDS, asked);
            }
        }
    }

    private Map<String, Callable<?>> modes() {
        Map<String, Callable<?>> modes = new LinkedHashMap<>();
        FunnelQuestions.MODES.forEach((name, options) -> modes.put(name, () -> questions.counts(options)));
        return modes;
    }

    private static boolean same(long[] expected, long[] counts) {
        if (!Arrays.equals(counts, expected)) {
            throw new LocalException(
                    "a peer says " + Arrays.toString(counts) + ", the service " + Arrays.toString(expected));
        }
        return true;
    }

    /** What was kept while events came in must say what is built anew. */
    private FunnelIngest.Figures ingest(long rows) throws SQLException, InterruptedException {
        FunnelIngest.Figures figures = new FunnelIngest(platform, data).measure(rows);
        out.printf(
                Locale.ROOT,
                "%,d events taken in, %.0f a second, %.0f µs of processors each; longest transaction that packed meanwhile %d ms%n",
                rows,
                figures.rowsPerSecond(),
                figures.processor(),
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
}
