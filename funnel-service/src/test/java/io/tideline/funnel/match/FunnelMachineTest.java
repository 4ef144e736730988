package io.tideline.funnel.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunnelMachineTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "walks.csv", delimiter = '|')
    void countsWhoReachesEachStage(String name, String steps, String options, String customers, String counts) {
        List<Attempt> attempts = new ArrayList<>();
        WalkCase walk = WalkCase.of(steps, options);

        for (String moments : customers.split(";")) {
            attempts.addAll(new FunnelMachine(walk.rules()).attempts(walk.journey(moments.strip())));
        }

        assertThat(reached(attempts, walk.rules().stages())).as(name).isEqualTo(counts.strip());
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvFileSource(resources = "times.csv", delimiter = '|')
    void tellsWhenEachStageWasReached(String name, String steps, String options, String moments, String times) {
        WalkCase walk = WalkCase.of(steps, options);

        List<Attempt> attempts = new FunnelMachine(walk.rules()).attempts(walk.journey(moments));

        assertThat(minutes(attempts, walk.rules().stages())).as(name).isEqualTo(times.strip());
    }

    @ParameterizedTest(name = "{0}: {3} as of {4}")
    @CsvFileSource(resources = "states.csv", delimiter = '|')
    void tellsWhoMayStillConvert(
            String name, String steps, String options, String moments, String asOf, String states) {
        WalkCase walk = WalkCase.of(steps, options + " asOf=" + asOf.strip());
        long now = walk.rules().asOf();

        List<Attempt> attempts = new FunnelMachine(walk.rules()).attempts(walk.journey(moments));

        assertThat(attempts.stream().map(attempt -> state(attempt, now)).collect(Collectors.joining(" ; ")))
                .as(name)
                .isEqualTo(states.strip());
    }

    private static String state(Attempt attempt, long asOf) {
        if (attempt.isConverted()) {
            return "converted";
        }
        return (asOf < attempt.openUntil() ? "pending " : "dropped ") + attempt.standsAt();
    }

    /** X ends or drops who has come to one stage and not yet to another; A, B and C are the stages. An attempt stands where it got furthest, and goes every way it can. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # what                                   | ends or drops | from | to | moments              | counts
                    behind the last stage of its range       | drops         | 0    | 1  | A0 B10 X20 C30       | 1 1 1
                    in its range                             | drops         | 0    | 1  | A0 X5 B10 C30        | 0 0 0
                    a later entry in its range               | drops         | 0    | 1  | A0 B10 A15 X20 C30   | 0 0 0
                    an entry behind the range begins         | ends          | 0    | 1  | A0 B10 XA20 B70 C75  | 1 1 1
                    ended, and another way of it goes on     | ends          | 1    | 2  | A0 B10 X20 B30 C40   | 1 1 1
                    ended, and a later entry goes on         | ends          | 1    | 2  | A0 B10 A15 X20 B30 C40 | 1 1 1
                    """)
    void excludesWhereAnAttemptStands(String name, String effect, int from, int to, String moments, String counts) {
        FunnelRules rules = WalkCase.of("A B C", "window=60").rules();
        long excluding = effect.equals("drops") ? Journey.dropping(from, to) : Journey.ending(from, to);
        Journey journey = new Journey();
        for (String moment : moments.split(" ")) {
            long mask = moment.startsWith("X") ? excluding : 0;
            mask |= moment.contains("A") ? 1 : moment.contains("B") ? 2 : moment.contains("C") ? 4 : 0;
            journey.add(Long.parseLong(moment.replaceAll("[A-Z]", "")) * 60_000_000, mask);
        }

        assertThat(reached(new FunnelMachine(rules).attempts(journey), 3))
                .as(name)
                .isEqualTo(counts);
    }

    /** A walk that looked at all later moments from each of them would take 45 billion steps. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "ANY_ORDER BEST_ENTRY",
                "ANY_ORDER NEAREST",
                "ANY_ORDER EARLIEST_LONGEST",
                "ORDERED EARLIEST_LONGEST"
            })
    void walksHundredsOfThousandsOfMomentsOfOneCustomer(String mode) {
        FunnelRules rules = rules(mode, 3);
        Journey journey = new Journey();
        for (int at = 0; at < 300_000; at++) {
            journey.add(at, 1 << at % 2);
        }

        List<Attempt> attempts = new FunnelMachine(rules).attempts(journey);

        assertThat(reached(attempts, 3)).isEqualTo("1 1 0");
    }

    /** Each of the questions that one reading answers kept 20 MB of such a customer until everybody was read. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"ANY_ORDER BEST_ENTRY", "ORDERED EARLIEST_LONGEST"})
    void keepsNothingOfTheLongestJourney(String mode) {
        Journey journey = new Journey();
        for (int at = 0; at < 100_000; at++) {
            journey.add(at, at == 50_000 ? Journey.EXCLUDED : 1 << at % 2);
        }
        List<FunnelMachine> machines = Stream.generate(() -> new FunnelMachine(rules(mode, FunnelRules.MAX_STAGES)))
                .limit(12)
                .toList();
        long before = usedBytes();

        try {
            machines.forEach(machine -> assertThat(machine.attempts(journey)).hasSize(1));

            assertThat(usedBytes() - before).isLessThan(48 << 20);
        } finally {
            Reference.reachabilityFence(machines);
        }
    }

    private static long usedBytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static FunnelRules rules(String mode, int stages) {
        String[] words = mode.split(" ");
        return new FunnelRules(
                stages,
                0,
                0,
                StepOrder.valueOf(words[0]),
                ReentryPolicy.valueOf(words[1]),
                CountUnit.CUSTOMER,
                EntryRule.MATCHING,
                FunnelRules.ENDLESS,
                FunnelRules.ENDLESS,
                FunnelRules.BY_ARRIVAL,
                0,
                FunnelRules.ENDLESS,
                0);
    }

    private static String reached(List<Attempt> attempts, int stages) {
        long[] counts = new long[stages];
        for (Attempt attempt : attempts) {
            for (int stage = 0; stage < stages; stage++) {
                counts[stage] += attempt.reached(stage) ? 1 : 0;
            }
        }
        return Arrays.stream(counts).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String minutes(List<Attempt> attempts, int stages) {
        List<String> told = new ArrayList<>();
        for (Attempt attempt : attempts) {
            List<String> times = new ArrayList<>();
            for (int stage = 0; stage < stages; stage++) {
                times.add(attempt.wasSeenIn(stage) ? String.valueOf(attempt.at(stage) / WalkCase.MINUTE) : "-");
            }
            told.add(String.join(" ", times));
        }
        return String.join(" ; ", told);
    }
}
