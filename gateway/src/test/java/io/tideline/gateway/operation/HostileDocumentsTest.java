package io.tideline.gateway.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.tideline.gateway.Supply;
import io.tideline.gateway.access.Caller;
import io.tideline.gateway.access.Contracts;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.SupergraphReader;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents made to cost the gateway more than their sender: each is refused by its own code, and for little. Work is
 * counted in bytes allocated by the reading thread, which a document that is walked many times over cannot hide; the CPU
 * time is printed beside it.
 */
class HostileDocumentsTest {
    /** A plain document of 2,000 tokens takes about a tenth of this. */
    private static final long MOST_BYTES = 32L << 20;

    private static final int REPEATS = 5;
    private static final String INVALID = "GRAPHQL_VALIDATION_FAILED";
    private static final Supergraph SUPERGRAPH = SupergraphReader.read(
            Supply.supergraph(
                    """
            type Query @join__type(graph: A) { node: Node find(in: [[Int]]): Node }
            type Node @join__type(graph: A) { left: Node right: Node up: Node down: Node n: Int sum(of: [Int!]): Int }
            """));

    static List<Arguments> documents() {
        return List.of(
                of("a chain of fragments, each spread twice, with fields between", bomb(60, 2), "MAX_DEPTH_LIMIT"),
                of("fragments that multiply by different fields", bomb(9, 4), "MAX_SELECTIONS_LIMIT"),
                of("a bomb that nothing spreads", bomb(11, 4).replace("...f0", "n"), "MAX_SELECTIONS_LIMIT"),
                of("fragments in a circle", "{ node { ...x } } fragment x on Node { left { ...x } }", INVALID),
                of(
                        "types within types within types",
                        "{ __schema { types { ...x } } } fragment x on __Type " + "{ ofType ".repeat(21) + "{ name }"
                                + "}".repeat(21),
                        "MAX_DEPTH_LIMIT"),
                of("10,000 aliases", "{ node { " + repeat(10_000, i -> "a" + i + ": n ") + "} }", "MAX_TOKENS_LIMIT"),
                of("600 aliases", "{ node { " + repeat(600, i -> "a" + i + ": n ") + "} }", "MAX_ALIASES_LIMIT"),
                of("aliases multiplied by fragments", aliases(), "MAX_ALIASES_LIMIT"),
                of("5,000 levels", "{ node " + "{ left ".repeat(5_000) + "}".repeat(5_001), "MAX_DEPTH_LIMIT"),
                of("300 levels", "{ node " + "{ left ".repeat(300) + "}".repeat(301), "MAX_DEPTH_LIMIT"),
                of(
                        "300 nested fragments",
                        "{ " + "... { ".repeat(300) + "node { n }" + "}".repeat(301),
                        "MAX_DEPTH_LIMIT"),
                of("10,000 directives", "{ node { n " + "@skip(if: true) ".repeat(10_000) + "} }", "MAX_TOKENS_LIMIT"),
                of("900 directives", "{ node { n " + "@x ".repeat(900) + "} }", "MAX_DIRECTIVES_LIMIT"),
                of(
                        "directives on variables",
                        "query (" + repeat(200, i -> "$v" + i + ": Int @x ") + ") { node { n } }",
                        "MAX_DIRECTIVES_LIMIT"),
                of(
                        "a list in a list in a list",
                        "{ find(in: " + "[".repeat(900) + "]".repeat(900) + ") { n } }",
                        "MAX_DEPTH_LIMIT"),
                of("500 fields of the root", "{ " + "node { n } ".repeat(400) + "}", "MAX_ROOT_FIELDS_LIMIT"),
                of("the same field 900 times", "{ node { " + "left { n } ".repeat(450) + "} }", "none"));
    }

    private static Arguments of(String name, String document, String code) {
        return Arguments.of(name, document, code);
    }

    private static String repeat(int times, IntFunction<String> text) {
        return IntStream.range(0, times).mapToObj(text).collect(Collectors.joining());
    }

    /** Each level spreads the next below several fields: the fields multiply by their number, level by level. */
    private static String bomb(int levels, int width) {
        List<String> fields = List.of("left", "right", "up", "down").subList(0, width);
        StringBuilder text = new StringBuilder("{ node { ...f0 } } ");
        for (int level = 0; level < levels; level++) {
            int next = level + 1;
            text.append("fragment f").append(level).append(" on Node { ");
            fields.forEach(
                    field -> text.append(field).append(" { ...f").append(next).append(" } "));
            text.append("} ");
        }
        return text + "fragment f" + levels + " on Node { n }";
    }

    private static String aliases() {
        return "{ node { ...f0 } } fragment f0 on Node { a: left { ...f1 } b: left { ...f1 } c: left { ...f1 } } "
                + "fragment f1 on Node { a: left { ...f2 } b: left { ...f2 } c: left { ...f2 } } "
                + "fragment f2 on Node { a: left { n } b: left { n } c: left { n } }";
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("documents")
    void refusesForLittle(String name, String document, String code) {
        assertThat(code(document, Map.of())).isEqualTo(code);

        long bytes = Long.MAX_VALUE;
        Duration cpu = Duration.ofDays(1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int turn = 0; turn < REPEATS; turn++) {
            long allocated = threads.getCurrentThreadAllocatedBytes();
            long time = threads.getCurrentThreadCpuTime();
            code(document, Map.of());
            cpu = Duration.ofNanos(Math.min(cpu.toNanos(), threads.getCurrentThreadCpuTime() - time));
            bytes = Math.min(bytes, threads.getCurrentThreadAllocatedBytes() - allocated);
        }
        System.out.printf("%s: %d us of CPU, %d KiB%n", name, cpu.toNanos() / 1_000, bytes >> 10);
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    @ParameterizedTest
    @MethodSource("values")
    void refusesHugeValues(Object value, String code) {
        String document = "query ($of: [Int!]) { node { sum(of: $of) } }";

        assertThat(code(document, Collections.singletonMap("of", value))).isEqualTo(code);
    }

    static List<Arguments> values() {
        return List.of(
                Arguments.of(Collections.nCopies(100_000, 1), "none"),
                Arguments.of(Collections.nCopies(100_000, "x"), "BAD_USER_INPUT"),
                Arguments.of(nested(900), "BAD_USER_INPUT"));
    }

    private static Object nested(int levels) {
        Object value = 1;
        for (int level = 0; level < levels; level++) {
            value = List.of(value);
        }
        return value;
    }

    /** A reader that has seen nothing yet reads the document. */
    private static String code(String document, Map<String, @Nullable Object> variables) {
        OperationReader reader = new OperationReader(
                new Contracts(SUPERGRAPH, true).of(Caller.ANONYMOUS).schema(), SUPERGRAPH, Limits.PUBLIC);
        RefusedRequest refused = catchThrowableOfType(
                RefusedRequest.class, () -> reader.read(new GraphqlRequest(document, null, variables, Map.of())));
        return refused == null ? "none" : refused.problems().get(0).code();
    }
}
