package io.tideline.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.local.bench.answers.AnswerJournal;
import io.tideline.local.bench.answers.AnswerLoad;
import io.tideline.local.bench.answers.DoorGround;
import io.tideline.local.bench.answers.DoorProcess;
import io.tideline.local.bench.answers.Overload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * F09 and F10: three times as many answers as the door takes, and one organisation that floods beside others. What a fault does to rates and times is told as a
 * ratio to what was there just before and after it, on the same machine.
 */
class OverloadIT {
    private static final double WARM_UP_SECONDS = 10;
    /** Thirty seconds of flood in all, in turns so short that what else the machine does meets both sides. */
    private static final int TURNS = 10;

    private static final double CALM_SECONDS = 2;
    private static final double FLOOD_SECONDS = 3;
    /** Answers sent for one that is taken: the more the door takes, the fewer these are. */
    private static final double LEAST_LOAD = 2;

    private static final double LEAST_GOODPUT = 0.8;
    private static final double DEADLINE_SECONDS = 5;
    private static final double MOST_RECOVERY_SECONDS = 5;
    private static final long MOST_HELD = 64L << 20;
    private static final double LEAST_SUCCESS = 0.999;

    /** What a survey takes a second. */
    private static final int TAKEN_PER_SECOND = 200;

    private static final int TIMES_AS_MANY = 10;
    private static final int STEADY_PER_SECOND = 100;
    private static final int STEADY_CONNECTIONS = 8;
    private static final int FLOOD_CONNECTIONS = 64;
    private static final int WINDOWS = 5;
    private static final double WINDOW_SECONDS = 4;
    private static final double MOST_TIMES_SLOWER = 2;
    /** Shorter times are the machine's whims. */
    private static final double SHORT_MILLIS = 50;

    @RegisterExtension
    static final FaultGround ground = FaultGround.shared();

    /** One whose surveys take so much and not more. */
    static DoorProcess door;

    @BeforeAll
    static void start() {
        door = ground.door(Map.of(
                        "tideline.door.per-survey-per-second", String.valueOf(TAKEN_PER_SECOND),
                        "tideline.door.per-survey-burst", String.valueOf(TAKEN_PER_SECOND)))
                .start();
    }

    @AfterAll
    static void stop() {
        door.close();
    }

    @Test
    void whatIsTooMuchIsRefusedAtOnceAndTheRestIsTaken() throws Exception {
        String usual = ground.survey();
        String flooded = ground.survey();
        AnswerJournal calm = new AnswerJournal();
        AnswerJournal flood = new AnswerJournal();
        Overload.Told told;
        try (DoorProcess open = ground.ground().startDoor(DoorGround.NO_RATES).start()) {
            Overload overload = new Overload(open, new AnswerLoad(open.port(), usual, calm), flooded, flood);
            overload.warmUp(WARM_UP_SECONDS);
            told = overload.run(TURNS, CALM_SECONDS, FLOOD_SECONDS);
        }

        ground.assertKept(flood, flooded);
        ground.assertKept(calm, usual);
        assertThat(success(calm)).isGreaterThanOrEqualTo(LEAST_SUCCESS);
        assertThat(flood.others()).isNotEmpty();
        assertThat(flood.others().keySet()).isSubsetOf("429", "503");
        assertThat(told.load()).as("load").isGreaterThan(LEAST_LOAD);
        assertThat(told.goodput()).as("goodput").isGreaterThan(LEAST_GOODPUT);
        assertThat(told.percentileMillis(99) / 1e3).as("p99").isLessThan(DEADLINE_SECONDS);
        assertThat(told.heldBytes()).as("heap").isLessThan(MOST_HELD);
        assertThat(told.recoverySeconds()).as("recovery").isLessThan(MOST_RECOVERY_SECONDS);
    }

    /** One survey gets ten times what it takes, turns about with quiet; the other organisation sends as much as ever. */
    @Test
    void anOrganisationThatFloodsLeavesTheOthersAlone() throws Exception {
        String flooded = ground.survey("flooding");
        String steady = ground.survey("steady");
        AnswerJournal flood = new AnswerJournal();
        AnswerJournal others = new AnswerJournal();
        List<Double> quiet = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        AnswerLoad many = new AnswerLoad(door.port(), flooded, flood);
        AnswerLoad few = new AnswerLoad(door.port(), steady, others);
        many.open(FLOOD_CONNECTIONS, TAKEN_PER_SECOND * TIMES_AS_MANY, WINDOW_SECONDS);
        for (int window = 0; window < WINDOWS; window++) {
            quiet.add(slowest(few));
            CompletableFuture<?> flooding = CompletableFuture.runAsync(
                    () -> many.open(FLOOD_CONNECTIONS, TAKEN_PER_SECOND * TIMES_AS_MANY, WINDOW_SECONDS));
            beside.add(slowest(few));
            flooding.join();
        }

        assertThat(flood.others()).containsOnlyKeys("429");
        assertThat(success(others)).isGreaterThanOrEqualTo(LEAST_SUCCESS);
        assertThat(median(beside) / Math.max(median(quiet), SHORT_MILLIS))
                .as("p99 %s ms, quiet %s ms", beside, quiet)
                .isLessThan(MOST_TIMES_SLOWER);
        ground.assertKept(others, steady);
        ground.assertKept(flood, flooded);
    }

    /** Time within which 99 of a hundred answers that come at a steady rate are taken, in milliseconds. */
    private static double slowest(AnswerLoad steady) {
        return steady.open(STEADY_CONNECTIONS, STEADY_PER_SECOND, WINDOW_SECONDS)
                .percentileMillis(99);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static double success(AnswerJournal journal) {
        int failed =
                journal.others().values().stream().mapToInt(Integer::intValue).sum();
        return journal.acknowledged() / (double) (journal.acknowledged() + failed);
    }
}
