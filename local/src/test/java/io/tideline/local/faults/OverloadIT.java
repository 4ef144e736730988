package io.tideline.local.faults;

import static io.tideline.local.faults.FaultGround.ANSWER_WITHIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.local.bench.answers.AnswerJournal;
import io.tideline.local.bench.answers.DoorProcess;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F09 and F10: more clients than the door has places for, and one survey that is flooded beside others. */
class OverloadIT {
    private static final long SEED = 20_260_305L;
    private static final int MANY = 64;
    private static final int FEW = 4;

    @RegisterExtension
    static final FaultGround ground = FaultGround.shared();

    static DoorProcess door;

    @BeforeAll
    static void start() {
        door = ground.door(Map.of("tideline.door.in-flight", "16", "tideline.door.in-flight-per-survey", "4"))
                .start();
    }

    @AfterAll
    static void stop() {
        door.close();
    }

    /** A place for one client in sixteen: most are refused, all that are taken are taken in time, and afterwards all is as before. */
    @Test
    void whatIsTooMuchIsRefusedAtOnceAndTheRestIsTaken() throws Exception {
        String survey = ground.survey();
        AnswerJournal flood = new AnswerJournal();
        AnswerJournal calm = new AnswerJournal();
        try (Writers writers = new Writers(door::port, survey, ANSWER_WITHIN, flood).start(MANY, SEED)) {
            writers.awaitMore(1_000);
        }
        String other = ground.survey();
        try (Writers writers = new Writers(door::port, other, ANSWER_WITHIN, calm).start(1, SEED)) {
            writers.awaitMore(100);
        }
        ground.assertKept(calm, other);

        ground.assertKept(flood, survey);
        assertThat(flood.others()).isNotEmpty();
        assertThat(flood.others().keySet()).isSubsetOf("429", "503");
        assertThat(flood.longestSeconds()).isLessThan(ANSWER_WITHIN.toSeconds());
        assertThat(calm.others()).isEmpty();
    }

    @Test
    void aFloodedSurveyLeavesTheOthersAlone() throws Exception {
        String flooded = ground.survey();
        String steady = ground.survey();
        AnswerJournal flood = new AnswerJournal();
        AnswerJournal calm = new AnswerJournal();
        try (Writers many = new Writers(door::port, flooded, ANSWER_WITHIN, flood).start(MANY, SEED);
                Writers few = new Writers(door::port, steady, ANSWER_WITHIN, calm).start(FEW, -SEED)) {
            many.awaitMore(500);
            few.awaitMore(500);
            many.awaitMore(500);
        }

        assertThat(flood.others()).containsOnlyKeys("429");
        assertThat(calm.others()).isEmpty();
        ground.assertKept(calm, steady);
        ground.assertKept(flood, flooded);
    }
}
