package io.tideline.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Platform;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code ./tideline bench board [QUERIES [WARM_UP]]}: a page of 100 customers that crosses all four subgraphs, asked one after the other as the demo
 * organisation's team lead, after as many pages as the JVMs need to compile what a page takes. With WARM_UP 0 it tells what the first people see.
 * <pre>ratio = mean time of a query / added-up times of its subgraph calls</pre>
 * Below 1 the calls of a wave ran side by side for longer than the gateway itself took.
 */
final class BenchBoard {
    private static final int QUERIES = 500;
    private static final int WARM_UP = 3_000;
    private static final int PAGE = 100;
    private static final double MILLIS = 1e3;
    private static final String QUERY =
            """
            {
              customers(first: 100) {
                nodes {
                  id externalId name market language
                  tags { tag from until }
                  journey(funnel: "standard") { stage enteredAt }
                  orders(first: 5) { edges { node { amount currency at } } }
                  latestNps
                }
              }
            }
            """;

    private BenchBoard() {}

    /** Prints the figures as the last line. */
    static int run(List<String> arguments, Platform platform, PrintStream out) {
        int queries = arguments.isEmpty() ? QUERIES : Integer.parseInt(arguments.get(0));
        timed(arguments.size() < 2 ? WARM_UP : Integer.parseInt(arguments.get(1)), platform);
        SubgraphCalls before = SubgraphCalls.now(platform);
        double[] seconds = timed(queries, platform);
        SubgraphCalls calls = SubgraphCalls.now(platform).since(before);
        double mean = Arrays.stream(seconds).average().orElseThrow();
        Arrays.sort(seconds);
        out.printf(
                Locale.ROOT,
                "queries=%d rows=%d calls_per_query=%.2f p50_ms=%.1f p95_ms=%.1f mean_ms=%.1f subgraphs_ms=%.1f ratio=%.2f%n",
                queries,
                PAGE,
                calls.count() / (double) queries,
                seconds[queries / 2] * MILLIS,
                seconds[queries * 95 / 100] * MILLIS,
                mean * MILLIS,
                calls.seconds() / queries * MILLIS,
                mean / (calls.seconds() / queries));
        return 0;
    }

    private static double[] timed(int queries, Platform platform) {
        double[] seconds = new double[queries];
        for (int query = 0; query < queries; query++) {
            long started = System.nanoTime();
            JsonNode answer = platform.graphql("lead", QUERY, Map.of());
            seconds[query] = (System.nanoTime() - started) / 1e9;
            if (answer.hasNonNull("errors")
                    || answer.at("/data/customers/nodes").size() != PAGE) {
                throw new LocalException(
                        "the page is not what it should be; is the demo organisation loaded? " + answer.path("errors"));
            }
        }
        return seconds;
    }
}
