package io.tideline.local.bench.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Platform;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * {@code ./tideline bench gateway [SECONDS] [--same] [--delay=MILLIS]}: one query over four subgraphs that only answer, 50 connections,
 * another authorization in each request or, with {@code --same}, one for all. Needs no running platform.
 * <pre>cpu_ms_per_request = CPU time of the gateway's process / requests    calls = calls to subgraphs / requests</pre>
 * {@code unloaded_p50_ms} is the median with one connection; {@code rss_mb} the most the process ever had.
 */
public final class BenchGateway {
    private static final int CONNECTIONS = 50;
    private static final int SECONDS = 15;
    private static final int WARM_UP_SECONDS = 40;
    private static final int UNLOADED_SECONDS = 5;
    private static final String NOWHERE = "http://127.0.0.1:1";

    private final LibraryAnswers library = new LibraryAnswers();
    private final String query = LibraryAnswers.resource("page.graphql");
    private final PrintStream out;

    private BenchGateway(PrintStream out) {
        this.out = out;
    }

    private record Options(int seconds, boolean same, int delayMillis) {
        static Options of(List<String> arguments) {
            int seconds = SECONDS;
            int delay = 0;
            boolean same = false;
            for (String argument : arguments) {
                if (argument.equals("--same")) {
                    same = true;
                } else if (argument.startsWith("--delay=")) {
                    delay = Integer.parseInt(argument.substring("--delay=".length()));
                } else {
                    seconds = Integer.parseInt(argument);
                }
            }
            return new Options(seconds, same, delay);
        }
    }

    /** Prints the figures as the last line. */
    public static int run(List<String> arguments, Platform platform, PrintStream out) {
        try {
            Path folder = Files.createTempDirectory("tideline-bench");
            try {
                new BenchGateway(out).measure(Options.of(arguments), platform, folder);
                return 0;
            } finally {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void measure(Options options, Platform platform, Path folder) throws IOException {
        try (StubServer subgraphs = new StubServer(library, options.delayMillis)) {
            Path supergraph = folder.resolve("supergraph.graphql");
            Files.writeString(
                    supergraph, LibraryAnswers.resource("supergraph.graphql").replace(NOWHERE, subgraphs.url()));
            try (GatewayProcess gateway =
                    new GatewayProcess(platform.settings(), supergraph, folder.resolve("gateway.log"))) {
                Load load = new Load(gateway.port(), query, options.same);
                gateway.awaitAnswer(load);
                int bytes = check(load);
                out.printf(Locale.ROOT, "an answer has %,d bytes; %d s of warm-up%n", bytes, WARM_UP_SECONDS);
                load.run(CONNECTIONS, WARM_UP_SECONDS);
                out.println(figures(options, subgraphs, gateway, load));
                check(load);
            }
        }
    }

    private static String figures(Options options, StubServer subgraphs, GatewayProcess gateway, Load load)
            throws IOException {
        long calls = subgraphs.calls();
        double cpu = gateway.cpu().toNanos() / 1e6;
        Load.Times times = load.run(CONNECTIONS, options.seconds);
        cpu = gateway.cpu().toNanos() / 1e6 - cpu;
        calls = subgraphs.calls() - calls;
        int requests = times.nanos().length;
        return String.format(
                Locale.ROOT,
                "cpu_ms_per_request=%.2f p50_ms=%.1f rps=%.0f calls=%.2f rss_mb=%d unloaded_p50_ms=%.2f",
                cpu / requests,
                times.medianMillis(),
                requests / times.seconds(),
                calls / (double) requests,
                gateway.peakMebibytes(),
                load.run(1, UNLOADED_SECONDS).medianMillis());
    }

    /** The length of an answer, which must be that of one service with all the data. */
    private int check(Load load) {
        String text = load.once();
        try {
            ObjectMapper json = new ObjectMapper();
            JsonNode answer = json.readTree(text);
            JsonNode expected = json.readTree(library.expected(query).toString());
            if (!answer.equals(expected)) {
                throw new LocalException("the answer is wrong: " + text.substring(0, Math.min(500, text.length())));
            }
            return text.length();
        } catch (JsonProcessingException e) {
            throw new LocalException("the answer is no JSON", e);
        }
    }
}
