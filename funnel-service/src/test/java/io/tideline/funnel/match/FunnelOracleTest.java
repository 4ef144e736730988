package io.tideline.funnel.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.funnel.match.NaiveFunnel.Expected;
import io.tideline.funnel.match.OracleCase.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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

    /** Fewest cases of a mode in which each part of the question that the mode knows must have made a difference. */
    private static final double BITING = 0.01;

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("modes")
    void agreesWithTheDefinition(StepOrder order, ReentryPolicy reentry, CountUnit unit) {
        int entered = 0;
        int converted = 0;
        int pending = 0;
        Map<Part, Integer> bites = new EnumMap<>(Part.class);
        for (int number = 0; number < CASES; number++) {
            OracleCase asked = OracleCase.of(new Random(SEED * 1_000_003 + number), order, reentry, unit);

            List<Attempt> walked = asked.asWalked();
            NaiveFunnel.Answer expected = NaiveFunnel.of(asked);

            List<String> told = told(walked);
            long waiting = pending(asked, walked);
            assertThat(waiting == expected.pending() && arePaired(told, expected.attempts()))
                    .as(
                            "case %s of -Dfunnel.oracle.seed=%s: %s walked %s, pending %s, expected %s",
                            number, SEED, asked, told, waiting, expected)
                    .isTrue();
            countBites(asked, walked, bites);
            pending += waiting > 0 ? 1 : 0;
            entered += walked.isEmpty() ? 0 : 1;
            converted += walked.stream().anyMatch(Attempt::isConverted) ? 1 : 0;
        }
        assertThat(entered).isGreaterThan((int) (CASES * TELLING));
        assertThat(converted).isGreaterThan((int) (CASES * TELLING / 5));
        assertThat(pending).isGreaterThan((int) (CASES * TELLING / 5));
        for (Part part : parts(order)) {
            assertThat(bites.getOrDefault(part, 0)).as("%s", part).isGreaterThan((int) (CASES * BITING));
        }
    }

    private static Set<Part> parts(StepOrder order) {
        return order == StepOrder.ANY_ORDER ? EnumSet.of(Part.EXCLUSION, Part.HOLD) : EnumSet.allOf(Part.class);
    }

    /** Counts the parts without which the question would have another answer. */
    private static void countBites(OracleCase asked, List<Attempt> walked, Map<Part, Integer> bites) {
        String answer = answer(asked, walked);
        for (Part part : parts(asked.rules().order())) {
            OracleCase rest = asked.without(part);
            if (!rest.equals(asked) && !answer.equals(answer(rest, rest.asWalked()))) {
                bites.merge(part, 1, Integer::sum);
            }
        }
    }

    private static String answer(OracleCase asked, List<Attempt> walked) {
        return told(walked).stream().sorted().toList() + " pending " + pending(asked, walked);
    }

    private static long pending(OracleCase asked, List<Attempt> walked) {
        return walked.stream()
                .filter(attempt -> !attempt.isConverted())
                .filter(attempt -> asked.rules().asOf() < attempt.openUntil())
                .count();
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

    private static List<String> told(List<Attempt> attempts) {
        return attempts.stream().map(FunnelOracleTest::told).toList();
    }

    private static String told(Attempt attempt) {
        List<String> times = new ArrayList<>();
        List<Integer> reached = new ArrayList<>();
        for (int stage = 0; stage < attempt.stages(); stage++) {
            times.add(attempt.wasSeenIn(stage) ? String.valueOf(attempt.at(stage)) : "-");
            if (attempt.reached(stage)) {
                reached.add(stage);
            }
        }
        return String.join(" ", times) + ", reached " + reached + ", stands at " + attempt.standsAt();
    }
}
