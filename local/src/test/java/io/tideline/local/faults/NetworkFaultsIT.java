package io.tideline.local.faults;

import static io.tideline.local.faults.FaultGround.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.local.bench.answers.AnswerJournal;
import io.tideline.local.bench.answers.AnswerWire;
import io.tideline.local.bench.answers.DoorProcess;
import io.tideline.local.platform.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F05: answers are cut after the commit. */
class NetworkFaultsIT {
    @RegisterExtension
    static final FaultGround ground = FaultGround.shared();

    static FaultProxy beforeDatabase;
    static FaultProxy beforeDoor;
    static DoorProcess door;

    @BeforeAll
    static void start() throws IOException {
        int database = ground.ground().platform().settings().port(Part.POSTGRES);
        beforeDatabase = new FaultProxy(() -> database);
        door = ground.door(Map.of(
                        "quarkus.datasource.door.reactive.url",
                        "postgresql://127.0.0.1:" + beforeDatabase.port() + "/${tideline.db.name}",
                        "quarkus.datasource.door.reactive.max-size",
                        "1"))
                .start();
        beforeDoor = new FaultProxy(door::port);
    }

    @AfterAll
    static void stop() throws IOException {
        door.close();
        beforeDoor.close();
        beforeDatabase.close();
    }

    @Test
    void anAnswerCutOnItsWayToTheClientIsStoredOnce() throws Exception {
        String survey = ground.survey();
        beforeDoor.set(FaultProxy.Fault.CUT_ANSWER);

        assertThatThrownBy(() -> post(beforeDoor.port(), survey, "cut")).isInstanceOf(IOException.class);
        AnswerWire.Reply again = post(beforeDoor.port(), survey, "cut");

        assertReplayed(survey, again);
    }

    /**
     * The one connection of the door has the statement prepared after the first answer, so that the next thing to come over it is what became of the second.
     * What the service does besides goes around the fault.
     */
    @Test
    void anAnswerCutOnItsWayFromTheDatabaseIsStoredOnce() throws Exception {
        String survey = ground.survey();
        assertThat(post(door.port(), survey, "before").status()).isEqualTo(200);
        beforeDatabase.set(FaultProxy.Fault.CUT_ANSWER);

        AnswerWire.Reply first = post(door.port(), survey, "cut");
        List<AnswerWire.Reply> later = new ArrayList<>();
        Writers.await(() -> isTaken(survey, later));
        AnswerWire.Reply again = later.get(later.size() - 1);

        assertThat(first.status()).isEqualTo(503);
        assertThat(first.retryAfter()).isPositive();
        assertThat(first.body()).contains("UNAVAILABLE").doesNotContainIgnoringCase("connection");
        assertReplayed(survey, again);
    }

    /** The door may meet the broken connection once more before it makes another. */
    private static boolean isTaken(String survey, List<AnswerWire.Reply> replies) {
        try {
            replies.add(post(door.port(), survey, "cut"));
            return replies.get(replies.size() - 1).status() != 503;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertReplayed(String survey, AnswerWire.Reply again) throws Exception {
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.replayed()).isTrue();
        AnswerJournal journal = new AnswerJournal();
        journal.attempt("before");
        journal.attempt("cut");
        journal.acknowledge("cut", again.body());
        ground.assertKept(journal, survey);
    }
}
