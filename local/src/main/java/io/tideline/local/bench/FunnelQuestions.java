package io.tideline.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Platform;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What the funnel benchmark asks of the gateway. */
final class FunnelQuestions {
    static final String BEST = "{}";
    static final Map<String, String> MODES = modes();
    private static final int CACHED_BATCHES = 5;
    private static final int CACHED_RUNS = 300;
    /** As many as the JVMs need to compile what an answer takes. */
    private static final int CACHED_WARM_UP = 2_000;

    private static final double MILLIS = 1e3;
    private static final String USER = "operations@globex";
    private static final String STAGES =
            "[1,2,3,4,5,6]".replaceAll("(\\d)", "{key: \"s$1\", title: \"s$1\", match: {event: \"bench stage $1\"}}");
    /** No answer is remembered. */
    private static final String OPEN = "period: {from: \"2024-12-01\", to: \"2199-01-01\"}";
    /** Every answer is remembered. */
    private static final String OVER = "period: {from: \"2024-12-01\", to: \"2026-02-01\"}";

    private static final String DEFINE =
            "mutation { defineFunnel(input: {key: \"bench\", title: \"bench\", window: \"P30D\", stages: " + STAGES
                    + "}) { userErrors { message } } }";

    private final Platform platform;
    private final PrintStream out;

    FunnelQuestions(Platform platform, PrintStream out) {
        this.platform = platform;
        this.out = out;
    }

    void define() {
        ask(DEFINE);
    }

    /** Asks whatever the answer. */
    void knock() {
        platform.graphql(USER, query(BEST, OPEN), Map.of());
    }

    /** How many reached each stage. */
    long[] counts(String options) {
        return counts(options, OPEN);
    }

    private long[] counts(String options, String period) {
        JsonNode steps = ask(query(options, period)).at("/data/funnel/result/steps");
        long[] counts = new long[steps.size()];
        for (int stage = 0; stage < counts.length; stage++) {
            counts[stage] = steps.at("/" + stage + "/count").asLong();
        }
        return counts;
    }

    /** The counts of all modes, one line a mode. */
    String allCounts() {
        StringBuilder counts = new StringBuilder();
        MODES.forEach((name, options) -> counts.append(name)
                .append(' ')
                .append(Arrays.toString(counts(options)))
                .append('\n'));
        return counts.toString();
    }

    long[] groups() {
        ask("{ funnel(key: \"bench\") { groups(by: MARKET, " + OPEN
                + ") { key result { entered converted steps { count } } } } }");
        return new long[0];
    }

    /** Seconds in which 95 of 100 answers come that are remembered: the median of some batches of them. */
    double cached() {
        for (int run = 0; run < CACHED_WARM_UP; run++) {
            counts(BEST, OVER);
        }
        double[] most = new double[CACHED_BATCHES];
        double[] usual = new double[CACHED_BATCHES];
        for (int batch = 0; batch < CACHED_BATCHES; batch++) {
            double[] seconds = new double[CACHED_RUNS];
            for (int run = 0; run < CACHED_RUNS; run++) {
                long started = System.nanoTime();
                counts(BEST, OVER);
                seconds[run] = since(started);
            }
            Arrays.sort(seconds);
            most[batch] = seconds[CACHED_RUNS * 95 / 100];
            usual[batch] = seconds[CACHED_RUNS / 2];
        }
        double found = FunnelRounds.median(most);
        out.printf(
                Locale.ROOT,
                "%-28s %8.1f ms, half of them %.1f ms%n",
                "remembered, 95 %",
                found * MILLIS,
                FunnelRounds.median(usual) * MILLIS);
        return found;
    }

    static <T> T called(Callable<T> question) {
        try {
            return question.call();
        } catch (LocalException e) {
            throw e;
        } catch (Exception e) {
            throw new LocalException("a question failed: " + e.getMessage(), e);
        }
    }

    static double since(long started) {
        return (System.nanoTime() - started) / 1e9;
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

    private static Map<String, String> modes() {
        Map<String, String> modes = new LinkedHashMap<>();
        modes.put("BEST_ENTRY", BEST);
        modes.put("FIRST_ENTRY", "{reentry: FIRST_ENTRY}");
        modes.put("EARLIEST_LONGEST", "{reentry: EARLIEST_LONGEST}");
        modes.put("NEAREST", "{reentry: NEAREST}");
        modes.put("EACH_ATTEMPT", "{reentry: EACH_ATTEMPT, unit: ATTEMPT}");
        modes.put("STRICT", "{order: STRICT}");
        modes.put("ANY_ORDER", "{order: ANY_ORDER}");
        return modes;
    }
}
