package io.tideline.funnel.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.funnel.match.NaiveFunnel.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random logs, read by the machine and by definition. Each run takes another seed and prints it; {@code -Dfunnel.oracle.seed=…} runs one again,
 * {@code -Dfunnel.oracle.cases=…} more of them.
 */
class FunnelOracleTest {
    private static final long SEED = Long.getLong("funnel.oracle.seed", System.nanoTime() & 0xFFFFFF);
    private static final int CASES = Integer.getInteger("funnel.oracle.cases", 10_000);
    /** Fewest cases of a mode in which something must have been found, so that agreeing says something. */
    private static final double TELLING = 0.15;

    static Stream<Arguments> modes() {
        System.out.println("-Dfunnel.oracle.seed=" + SEED);
        List<Arguments> modes = new ArrayList<>();
        for (StepOrder order : StepOrder.values()) {
            for (ReentryPolicy reentry : ReentryPolicy.values()) {
                for (CountUnit unit : CountUnit.values()) {
                    modes.add(Arguments.of(order, reentry, unit));
                }
            }
        }
        return modes.stream();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("modes")
    void agreesWithTheDefinition(StepOrder order, ReentryPolicy reentry, CountUnit unit) {
        int entered = 0;
        int converted = 0;
        for (int number = 0; number < CASES; number++) {
            OracleCase asked = OracleCase.of(new Random(SEED * 1_000_003 + number), order, reentry, unit);

            List<Attempt> walked = asked.asWalked();
            List<Expected> expected = NaiveFunnel.of(asked);

            List<String> told = walked.stream().map(FunnelOracleTest::times).toList();
            assertThat(arePaired(told, expected))
                    .as(
                            "case %s of -Dfunnel.oracle.seed=%s: %s walked %s, expected %s",
                            number,
                            SEED,
                            asked,
                            told,
                            expected.stream().map(Expected::ways).toList())
                    .isTrue();
            entered += walked.isEmpty() ? 0 : 1;
            converted += walked.stream().anyMatch(Attempt::isConverted) ? 1 : 0;
        }
        assertThat(entered).isGreaterThan((int) (CASES * TELLING));
        assertThat(converted).isGreaterThan((int) (CASES * TELLING / 5));
    }

    /** Whether each attempt is one of the ways of another expected one: two of one start may share a way, so their order says nothing. */
    private static boolean arePaired(List<String> walked, List<Expected> expected) {
        if (walked.isEmpty() || expected.isEmpty()) {
            return walked.isEmpty() && expected.isEmpty();
        }
        for (int at = 0; at < expected.size(); at++) {
            if (expected.get(at).ways().contains(walked.get(0))) {
                List<Expected> others = new ArrayList<>(expected);
                others.remove(at);
                if (arePaired(walked.subList(1, walked.size()), others)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String times(Attempt attempt) {
        List<String> times = new ArrayList<>();
        for (int stage = 0; stage < attempt.stages(); stage++) {
            times.add(attempt.wasSeenIn(stage) ? String.valueOf(attempt.at(stage)) : "-");
        }
        return String.join(" ", times);
    }
}
