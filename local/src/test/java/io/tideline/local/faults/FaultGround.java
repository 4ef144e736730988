package io.tideline.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.local.bench.answers.AnswerJournal;
import io.tideline.local.bench.answers.AnswerWire;
import io.tideline.local.bench.answers.DoorGround;
import io.tideline.local.bench.answers.DoorProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One PostgreSQL for the tests of faults, or one of its own for a test that needs other settings; surveys of its own for each test. */
final class FaultGround implements BeforeAllCallback {
    /** How long the door of these tests lets a request take. */
    static final Duration DEADLINE = Duration.ofSeconds(2);

    /** How long a client waits: what is answered later than the deadline and a second is no answer. */
    static final Duration ANSWER_WITHIN = DEADLINE.plusSeconds(1);

    private static final FaultGround SHARED = new FaultGround("faults", List.of());
    private static final AtomicInteger SURVEYS = new AtomicInteger();

    private final DoorGround ground;

    private FaultGround(String name, List<String> options) {
        Path root = Path.of(System.getProperty("tideline.root", ".."))
                .toAbsolutePath()
                .normalize();
        this.ground = new DoorGround(root, System.getenv(), root.resolve("local/target/" + name), options);
    }

    static FaultGround shared() {
        return SHARED;
    }

    static FaultGround own(String name, String... options) {
        return new FaultGround(name, List.of(options));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(FaultGround.class))
                .getOrComputeIfAbsent(this, key -> started());
    }

    private AutoCloseable started() {
        ground.startDatabase();
        return ground;
    }

    DoorGround ground() {
        return ground;
    }

    /** A door without limits of rates and with a short deadline; {@code others} are further settings. */
    DoorProcess door(Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(DoorGround.NO_RATES);
        settings.put("tideline.door.deadline", DEADLINE.toSeconds() + "s");
        settings.putAll(others);
        return ground.startDoor(settings).with("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
    }

    /** Opens a survey and gives its public key. */
    String survey() throws SQLException {
        String key = String.format("FaultFaultFaultFau%04d", SURVEYS.incrementAndGet());
        ground.publish(key);
        return key;
    }

    /** The same of another organisation. */
    String survey(String tenant) throws SQLException {
        String key = String.format("FaultFaultFaultFau%04d", SURVEYS.incrementAndGet());
        ground.publish(tenant, key);
        return key;
    }

    /** Posts one answer over a connection of its own. */
    static AnswerWire.Reply post(int port, String survey, String key) throws IOException {
        try (AnswerWire wire = new AnswerWire(port, ANSWER_WITHIN)) {
            return wire.post("{\"survey\":\"" + survey + "\",\"response\":\"" + key + "\",\"score\":7}");
        }
    }

    AnswerJournal.Verdict verdict(AnswerJournal journal, String survey) throws SQLException {
        try (Connection connection = ground.connect()) {
            return journal.check(connection, survey);
        }
    }

    /** Every acknowledged answer is there, once, and nothing else. */
    void assertKept(AnswerJournal journal, String survey) throws SQLException {
        AnswerJournal.Verdict verdict = verdict(journal, survey);
        assertThat(verdict).isEqualTo(new AnswerJournal.Verdict(verdict.stored(), 0, 0, 0));
        assertThat(verdict.stored()).isPositive();
    }

    void run(String statement) throws SQLException {
        try (Connection connection = ground.connect();
                Statement open = connection.createStatement()) {
            open.execute(statement);
        }
    }
}
