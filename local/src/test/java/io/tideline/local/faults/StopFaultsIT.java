package io.tideline.local.faults;

import static io.tideline.local.faults.FaultGround.ANSWER_WITHIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.local.bench.answers.AnswerJournal;
import io.tideline.local.bench.answers.AnswerWire;
import io.tideline.local.bench.answers.DoorProcess;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F12 and F13: replicas are asked to end while clients write. The second test ends the replica that the first has left. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StopFaultsIT {
    private static final int WRITERS = 8;
    private static final long SEED = 20_260_303L;
    /** A JVM that ended in order after SIGTERM says so. */
    private static final int ENDED_BY_TERM = 128 + 15;

    private static final Map<String, String> KEEPS_SERVING =
            Map.of("quarkus.shutdown.delay", "2s", "tideline.door.deadline", "8s");

    @RegisterExtension
    static final FaultGround ground = FaultGround.shared();

    static DoorProcess first;
    static DoorProcess second;

    @BeforeAll
    static void start() {
        first = ground.door(KEEPS_SERVING).start();
        second = ground.door(KEEPS_SERVING).start();
    }

    @AfterAll
    static void stop() {
        first.close();
        second.close();
    }

    /** Each new connection goes to the next replica that is ready; a connection stays where it is until the replica says that it closes. */
    @Test
    @Order(1)
    void aRollingRestartFailsNoRequest() throws Exception {
        String survey = ground.survey();
        AnswerJournal journal = new AnswerJournal();
        List<DoorProcess> replicas = List.of(first, second);
        AtomicInteger turn = new AtomicInteger();
        try (FaultProxy balancer = new FaultProxy(() -> nextReady(replicas, turn));
                Writers writers = new Writers(balancer::port, survey, ANSWER_WITHIN, journal).start(WRITERS, SEED)) {
            writers.awaitMore(200);
            end(first, writers);
            first.start();
            end(second, writers);
            writers.awaitMore(100);
        }

        ground.assertKept(journal, survey);
        assertThat(journal.others()).isEmpty();
    }

    @Test
    @Order(2)
    void aRequestUnderWayIsFinishedAndAnIdleConnectionIsNotWaitedFor() throws Exception {
        String survey = ground.survey();
        try (Socket idle = new Socket(InetAddress.getLoopbackAddress(), first.port());
                Connection holder = ground.ground().connect();
                Statement statement = holder.createStatement()) {
            assertThat(idle.isConnected()).isTrue();
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE response IN SHARE ROW EXCLUSIVE MODE");
            CompletableFuture<AnswerWire.Reply> slow = CompletableFuture.supplyAsync(() -> slowly(first, survey));
            Writers.await(this::somebodyWaits);
            first.signal("TERM");
            Writers.await(() -> !first.isReady());
            holder.commit();

            assertThat(slow.join().status()).isEqualTo(200);
            assertThat(first.exitCode()).isEqualTo(ENDED_BY_TERM);
        }
    }

    private static void end(DoorProcess replica, Writers writers) {
        replica.signal("TERM");
        Writers.await(() -> !replica.isReady());
        writers.awaitMore(50);
        assertThat(replica.exitCode()).isEqualTo(ENDED_BY_TERM);
    }

    private static int nextReady(List<DoorProcess> replicas, AtomicInteger turn) {
        for (int tries = 0; tries < 2 * replicas.size(); tries++) {
            DoorProcess replica = replicas.get(turn.getAndIncrement() % replicas.size());
            if (replica.isReady()) {
                return replica.port();
            }
        }
        return replicas.get(0).port();
    }

    private static AnswerWire.Reply slowly(DoorProcess door, String survey) {
        try (AnswerWire wire = new AnswerWire(door.port(), java.time.Duration.ofSeconds(20))) {
            return wire.post("{\"survey\":\"" + survey + "\",\"response\":\"slow\",\"score\":7}");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private boolean somebodyWaits() {
        try (Connection connection = ground.ground().connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
            return rows.next() && rows.getInt(1) > 0;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
