package io.tideline.local.faults;

import static io.tideline.local.faults.FaultGround.ANSWER_WITHIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.local.bench.answers.AnswerJournal;
import io.tideline.local.bench.answers.DoorProcess;
import io.tideline.local.platform.Part;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F01 to F03, F06 and F07: the service or PostgreSQL is killed, stopped or out of reach while eight clients write. */
class ProcessFaultsIT {
    private static final int WRITERS = 8;
    private static final int KILLS = 5;
    private static final long SEED = 20_260_301L;

    @RegisterExtension
    static final FaultGround ground = FaultGround.shared();

    @RegisterExtension
    static final FaultGround forgetful = FaultGround.own(
            "faults-forgetful",
            "wal_writer_delay=10s",
            "wal_writer_flush_after=1GB",
            "wal_buffers=128MB",
            "checkpoint_timeout=1h");

    static FaultProxy network;
    static DoorProcess door;

    @BeforeAll
    static void start() throws IOException {
        int database = ground.ground().platform().settings().port(Part.POSTGRES);
        network = new FaultProxy(() -> database);
        door = ground.door(Map.of("tideline.db.port", Integer.toString(network.port())))
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        door.close();
        network.close();
    }

    @Test
    void aKilledServiceLosesNothingItAcknowledged() throws Exception {
        String survey = ground.survey();
        AnswerJournal journal = new AnswerJournal();
        Random random = new Random(SEED);
        try (Writers writers = new Writers(door::port, survey, ANSWER_WITHIN, journal).start(WRITERS, SEED)) {
            for (int kill = 0; kill < KILLS; kill++) {
                writers.awaitMore(20 + random.nextInt(100));
                door.signal("KILL");
                assertThat(door.exitCode()).isEqualTo(128 + 9);
                door.launch();
            }
            writers.awaitMore(WRITERS);
        }

        ground.assertKept(journal, survey);
        assertThat(journal.others()).containsOnlyKeys(AnswerJournal.NO_ANSWER);
    }

    @Test
    void aKilledDatabaseLosesNothingThatWasAcknowledged() throws Exception {
        String survey = ground.survey();
        AnswerJournal journal = new AnswerJournal();
        try (Writers writers = new Writers(door::port, survey, ANSWER_WITHIN, journal).start(WRITERS, SEED)) {
            writers.awaitMore(200);
            ground.ground().killDatabase();
            Writers.await(() -> journal.others().getOrDefault("503", 0) > WRITERS);
            ground.ground().startDatabase();
            writers.awaitMore(200);
        }

        ground.assertKept(journal, survey);
        assertThat(journal.others()).containsOnlyKeys("503");
        assertThat(journal.longestSeconds()).isLessThan(ANSWER_WITHIN.toSeconds());
    }

    /** The control: a database that acknowledges before the disk has it is seen to lose. */
    @Test
    void aDatabaseThatForgetsIsFoundOut() throws Exception {
        String setting = "quarkus.datasource.door.reactive.additional-properties.synchronous_commit";
        DoorProcess forgetting = forgetful.door(Map.of(setting, "off")).start();
        String survey = forgetful.survey();
        AnswerJournal journal = new AnswerJournal();
        try (forgetting;
                Writers writers = new Writers(forgetting::port, survey, ANSWER_WITHIN, journal).start(WRITERS, SEED)) {
            forgetful.run("CHECKPOINT");
            writers.awaitMore(500);
            forgetful.ground().killDatabase();
            Writers.await(() -> journal.others().getOrDefault("503", 0) > WRITERS);
            forgetful.ground().startDatabase();
        }

        assertThat(forgetful.verdict(journal, survey).lost()).isPositive();
    }

    @Test
    void aDatabaseThatStandsStillIsToldApartFromOneThatWorks() throws Exception {
        String survey = ground.survey();
        AnswerJournal journal = new AnswerJournal();
        try (Writers writers = new Writers(door::port, survey, ANSWER_WITHIN, journal).start(WRITERS, SEED)) {
            writers.awaitMore(100);
            ground.ground().signalDatabase("STOP");
            Writers.await(() -> journal.others().getOrDefault("503", 0) >= 2 * WRITERS);
            ground.ground().signalDatabase("CONT");
            writers.awaitMore(200);
        }

        ground.assertKept(journal, survey);
        assertThat(journal.others()).containsOnlyKeys("503");
        assertThat(journal.longestSeconds()).isLessThan(ANSWER_WITHIN.toSeconds());
    }

    /** All clients are refused in time while nothing arrives, and all connections are good again afterwards. */
    @Test
    void aDatabaseOutOfReachIsGivenUpInTime() throws Exception {
        String survey = ground.survey();
        AnswerJournal journal = new AnswerJournal();
        try (Writers writers = new Writers(door::port, survey, ANSWER_WITHIN, journal).start(WRITERS, SEED)) {
            writers.awaitMore(100);
            network.set(FaultProxy.Fault.BLACKHOLE);
            Writers.await(() -> journal.others().getOrDefault("503", 0) >= 3 * WRITERS);
            network.set(FaultProxy.Fault.NONE);
            writers.awaitMore(200);
        }

        ground.assertKept(journal, survey);
        assertThat(journal.others()).containsOnlyKeys("503");
        assertThat(journal.longestSeconds()).isLessThan(ANSWER_WITHIN.toSeconds());
    }
}
