package io.tideline.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.platform.LocalException;
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
import org.jspecify.annotations.Nullable;

/**
 * {@code ./tideline bench funnel [ROWS] [MORE]}: a funnel of six stages over generated events of globex, in every mode, asked of the gateway; beside it the
 * same question to the same PostgreSQL by window functions, and to DuckDB over the same rows. The answers must be equal.
 * <pre>
 * ratio_sql    = slowest mode / window functions in PostgreSQL      ratio_groups = grouped by market / ungrouped
 * ratio_duckdb = slowest mode / window functions in DuckDB          growth       = time a row at MORE / time a row at ROWS
 * </pre>
 * Times are medians but those of the two peers, of which the best counts. The period is open, so no answer is remembered but where {@code cached} is measured.
 * The events are removed in the end.
 */
final class BenchFunnel {
    private static final long ROWS = 3_000_000;
    private static final long MORE = 30_000_000;
    private static final int RUNS = 5;
    private static final int CACHED_RUNS = 200;
    private static final double MILLIS = 1e3;
    private static final String USER = "operations@globex";
    private static final String BEST = "{}";
    private static final Map<String, String> MODES = modes();
    private static final String STAGES =
            "[1,2,3,4,5,6]".replaceAll("(\\d)", "{key: \"s$1\", title: \"s$1\", match: {event: \"bench stage $1\"}}");
    private static final String OPEN = "period: {from: \"2025-01-01\", to: \"2199-01-01\"}";
    private static final String OVER = "period: {from: \"2025-01-01\", to: \"2026-01-01\"}";
    private static final String DEFINE =
            "mutation { defineFunnel(input: {key: \"bench\", title: \"bench\", window: \"P30D\", stages: " + STAGES
                    + "}) { userErrors { message } } }";

    private final Platform platform;
    private final PrintStream out;
    private final FunnelData data;

    private BenchFunnel(Platform platform, PrintStream out) {
        this.platform = platform;
        this.out = out;
        this.data = new FunnelData(platform);
    }

    /** Prints the figures as the last line. */
    static int run(List<String> arguments, Platform platform, PrintStream out) {
        long rows = arguments.isEmpty() ? ROWS : Long.parseLong(arguments.get(0));
        long more = arguments.size() > 1 ? Long.parseLong(arguments.get(1)) : rows == ROWS ? MORE : 10 * rows;
        try {
            out.println(new BenchFunnel(platform, out).measure(rows, more));
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

    private String measure(long rows, long more) throws SQLException, IOException, InterruptedException {
        data.clear();
        try {
            load(0, rows);
            double sql;
            double duckDb;
            try (Connection connection = data.connect()) {
                int first = data.firstName(connection);
                sql = best(
                        "window functions",
                        () -> FunnelStatements.numbers(
                                connection, "funnel_window_functions", first, FunnelData.TENANT));
                try (DuckDb peer = DuckDb.with(connection, first)) {
                    duckDb = best("DuckDB", peer::counts);
                }
            }
            double slowest = 0;
            for (Map.Entry<String, String> mode : MODES.entrySet()) {
                slowest = Math.max(slowest, median(mode.getKey(), () -> result(mode.getValue(), OPEN)));
            }
            double plain = median("BEST_ENTRY again", () -> result(BEST, OPEN));
            double groups = median("by market", this::groups);
            double cached = cached();
            load(rows, more);
            double large = median("BEST_ENTRY of " + more, () -> result(BEST, OPEN));
            return new Figures(slowest, sql, duckDb, groups, plain, cached, large / more / (plain / rows)).line();
        } finally {
            data.clear();
        }
    }

    private void load(long from, long to) throws SQLException, InterruptedException {
        long started = System.nanoTime();
        data.grow(from, to);
        ask(DEFINE);
        data.awaitPacked(() -> platform.graphql(USER, query(BEST, OPEN), Map.of()));
        out.printf(Locale.ROOT, "%,d events stored and packed in %.0f s%n", to, since(started));
    }

    /** The best of three, with the counts, which all have to agree on. */
    private double best(String name, Callable<long[]> question) {
        double best = Double.POSITIVE_INFINITY;
        long[] expected = result(BEST, OPEN);
        for (int run = 0; run < 3; run++) {
            long started = System.nanoTime();
            long[] counts = called(question);
            best = Math.min(best, since(started));
            if (!Arrays.equals(counts, expected)) {
                throw new LocalException(
                        name + " says " + Arrays.toString(counts) + ", the service " + Arrays.toString(expected));
            }
        }
        out.printf(Locale.ROOT, "%-22s %8.0f ms  %s%n", name, best * MILLIS, Arrays.toString(expected));
        return best;
    }

    private double median(String name, Callable<long[]> question) {
        called(question);
        double[] seconds = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long started = System.nanoTime();
            called(question);
            seconds[run] = since(started);
        }
        Arrays.sort(seconds);
        out.printf(Locale.ROOT, "%-22s %8.0f ms%n", name, seconds[RUNS / 2] * MILLIS);
        return seconds[RUNS / 2];
    }

    private double cached() {
        result(BEST, OVER);
        double[] seconds = new double[CACHED_RUNS];
        for (int run = 0; run < CACHED_RUNS; run++) {
            long started = System.nanoTime();
            result(BEST, OVER);
            seconds[run] = since(started);
        }
        Arrays.sort(seconds);
        return seconds[CACHED_RUNS * 95 / 100];
    }

    private long[] result(String options, String period) {
        JsonNode steps = ask(query(options, period)).at("/data/funnel/result/steps");
        long[] counts = new long[steps.size()];
        for (int stage = 0; stage < counts.length; stage++) {
            counts[stage] = steps.at("/" + stage + "/count").asLong();
        }
        return counts;
    }

    private long[] groups() {
        ask("{ funnel(key: \"bench\") { groups(by: MARKET, " + OPEN
                + ") { key result { entered converted steps { count } } } } }");
        return new long[0];
    }

    private static String query(String options, String period) {
        return "{ funnel(key: \"bench\") { result(" + period + ", options: " + options
                + ") { entered converted steps { count } } } }";
    }

    private JsonNode ask(String query) {
        JsonNode answer = platform.graphql(USER, query, Map.of());
        @Nullable JsonNode errors = answer.get("errors");
        if (errors != null && !errors.isEmpty()) {
            throw new LocalException("the platform answers " + errors);
        }
        return answer;
    }

    private static <T> T called(Callable<T> question) {
        try {
            return question.call();
        } catch (LocalException e) {
            throw e;
        } catch (Exception e) {
            throw new LocalException("a question failed: " + e.getMessage(), e);
        }
    }

    private static double since(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private static Map<String, String> modes() {
        Map<String, String> modes = new LinkedHashMap<>();
        modes.put("BEST_ENTRY", BEST);
        modes.put("FIRST_ENTRY", "{reentry: FIRST_ENTRY}");
        modes.put("NEAREST", "{reentry: NEAREST}");
        modes.put("EACH_ATTEMPT", "{reentry: EACH_ATTEMPT, unit: ATTEMPT}");
        modes.put("STRICT", "{order: STRICT}");
        modes.put("ANY_ORDER", "{order: ANY_ORDER}");
        return modes;
    }
}
