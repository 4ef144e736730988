package io.tideline.local.faults;

import static io.tideline.local.faults.FaultGround.ANSWER_WITHIN;
import static io.tideline.local.faults.FaultGround.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.local.bench.answers.AnswerJournal;
import io.tideline.local.bench.answers.DoorProcess;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * F09 and F10: more clients than the door has places for, and one organisation that floods beside others. What a fault does to rates and times is told as a
 * ratio to what was there just before it, on the same machine; the bounds leave room for a machine that has other things to do.
 */
class OverloadIT {
    private static final long SEED = 20_260_305L;
    private static final int MANY = 64;
    private static final int FEW = 4;
    private static final int ENOUGH = 1_000;
    private static final double LEAST_GOODPUT = 0.4;
    private static final double LEAST_SUCCESS = 0.999;
    private static final double MOST_TIMES_SLOWER = 10;
    /** Shorter times are the machine's whims, in seconds. */
    private static final double SHORT = 0.05;

    @RegisterExtension
    static final FaultGround ground = FaultGround.shared();

    static DoorProcess door;

    @BeforeAll
    static void start() throws Exception {
        door = ground.door(Map.of("tideline.door.in-flight", "16", "tideline.door.in-flight-per-survey", "4"))
                .start();
        calm(ground.survey(), new AnswerJournal(), ENOUGH);
    }

    @AfterAll
    static void stop() {
        door.close();
    }

    /** A place for one client in sixteen: most are refused, as many as before are taken, all of these in time, and afterwards all is as before. */
    @Test
    void whatIsTooMuchIsRefusedAtOnceAndTheRestIsTaken() throws Exception {
        String usual = ground.survey();
        String survey = ground.survey();
        AnswerJournal before = new AnswerJournal();
        AnswerJournal flood = new AnswerJournal();
        AnswerJournal after = new AnswerJournal();

        double capacity = calm(usual, before, ENOUGH);
        double goodput;
        try (Writers writers = new Writers(door::port, survey, ANSWER_WITHIN, flood).start(MANY, SEED)) {
            goodput = writers.perSecond(ENOUGH);
        }
        calm(usual, after, 100);

        ground.assertKept(flood, survey);
        assertThat(flood.others()).isNotEmpty();
        assertThat(flood.others().keySet()).isSubsetOf("429", "503");
        assertThat(goodput / capacity).as("goodput").isGreaterThan(LEAST_GOODPUT);
        assertThat(flood.acceptedSeconds(99)).isLessThan(DEADLINE.toSeconds());
        assertThat(flood.longestSeconds()).isLessThan(ANSWER_WITHIN.toSeconds());
        assertThat(before.others()).isEmpty();
        assertThat(after.others()).isEmpty();
    }

    @Test
    void anOrganisationThatFloodsLeavesTheOthersAlone() throws Exception {
        String flooded = ground.survey("flooding");
        String steady = ground.survey("steady");
        AnswerJournal flood = new AnswerJournal();
        AnswerJournal before = new AnswerJournal();
        AnswerJournal calm = new AnswerJournal();

        calm(ground.survey("steady"), before, ENOUGH);
        try (Writers many = new Writers(door::port, flooded, ANSWER_WITHIN, flood).start(MANY, SEED)) {
            many.awaitMore(500);
            calm(steady, calm, ENOUGH);
            many.awaitMore(500);
        }

        assertThat(flood.others()).containsOnlyKeys("429");
        assertThat(success(calm)).isGreaterThanOrEqualTo(LEAST_SUCCESS);
        assertThat(calm.acceptedSeconds(99) / Math.max(before.acceptedSeconds(99), SHORT))
                .as("p99")
                .isLessThan(MOST_TIMES_SLOWER);
        ground.assertKept(calm, steady);
        ground.assertKept(flood, flooded);
    }

    /** As many clients as a survey has places; answers a second. */
    private static double calm(String survey, AnswerJournal journal, int answers) {
        try (Writers writers = new Writers(door::port, survey, ANSWER_WITHIN, journal).start(FEW, -SEED)) {
            return writers.perSecond(answers);
        }
    }

    private static double success(AnswerJournal journal) {
        int failed =
                journal.others().values().stream().mapToInt(Integer::intValue).sum();
        return journal.acknowledged() / (double) (journal.acknowledged() + failed);
    }
}
