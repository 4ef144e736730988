package io.tideline.funnel.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
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
        String[] words = mode.split(" ");
        FunnelRules rules = new FunnelRules(
                3,
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
                FunnelRules.ENDLESS);
        Journey journey = new Journey();
        for (int at = 0; at < 300_000; at++) {
            journey.add(at, 1 << at % 2);
        }

        List<Attempt> attempts = new FunnelMachine(rules).attempts(journey);

        assertThat(reached(attempts, 3)).isEqualTo("1 1 0");
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
