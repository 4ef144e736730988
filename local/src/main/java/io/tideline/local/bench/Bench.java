package io.tideline.local.bench;

import io.tideline.local.bench.answers.BenchAnswers;
import io.tideline.local.bench.gateway.BenchGateway;
import io.tideline.local.platform.Platform;
import java.io.PrintStream;
import java.util.List;

/** {@code ./tideline bench NAME}. */
public final class Bench {
    private static final int WRONG_USAGE = 2;

    private Bench() {}

    /** Measures what is named; gives the exit code. */
    public static int run(List<String> arguments, Platform platform, PrintStream out) {
        String name = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> rest = arguments.stream().skip(1).toList();
        return switch (name) {
            case "import" -> BenchImport.run(rest, platform, out);
            case "board" -> BenchBoard.run(rest, platform, out);
            case "gateway" -> BenchGateway.run(rest, platform, out);
            case "answers" -> BenchAnswers.run(rest, platform, out);
            case "scores" -> BenchScores.run(rest, platform, out);
            case "funnel" -> BenchFunnel.run(rest, platform, out);
            default -> {
                out.println(
                        """
                        usage: ./tideline bench import [ROWS]     1,000,000 events through the command, beside a plain COPY
                               ./tideline bench board [QUERIES [WARM_UP]]   a page of 100 customers across all subgraphs, beside its subgraph calls
                               ./tideline bench gateway [SECONDS] [--same] [--delay=MILLIS]   the gateway's own cost: 87 kB over four stub subgraphs
                               ./tideline bench answers [SECONDS]   durable answers at the public door, beside pgbench with the same statement
                               ./tideline bench scores [ANSWERS]   a quarter by market over 10,000,000 stored answers, beside SQL over the answers
                               ./tideline bench funnel [ROWS [MORE]]   a funnel of 3,000,000 events and of 30,000,000, beside window functions and DuckDB, and ingest
                               ./tideline bench sentiment [FOLDER]       labelled texts read by the shipped weights and by ones learned anew""");
                yield WRONG_USAGE;
            }
        };
    }
}
