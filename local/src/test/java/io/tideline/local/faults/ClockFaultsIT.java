package io.tideline.local.faults;

import static io.tideline.local.faults.FaultGround.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tideline.local.bench.answers.AnswerWire;
import io.tideline.local.bench.answers.DoorGround;
import io.tideline.local.bench.answers.DoorProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F18: the clock of the service is wrong, and jumps while it runs. Needs libfaketime, at its usual places or where {@code TIDELINE_FAKETIME} says. */
class ClockFaultsIT {
    private static final List<String> JUMPS = List.of("-10m", "+10m", "+2h", "+0");
    private static final int ANSWERS = 5;
    /** The library reads the offset once a second. */
    private static final long SEEN_AFTER_NANOS = 1_200_000_000L;
    /** The first signed answer of a process takes it several seconds on a busy machine, and what is asked here is not how long. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final FaultGround ground = FaultGround.shared();

    @Test
    void theDatabaseSaysWhenAndInWhichOrder() throws Exception {
        Path offset = offset();
        List<String> sent = new ArrayList<>();
        DoorProcess door = door(offset);
        String survey = ground.survey();
        String before = now();
        try (door) {
            for (String jump : JUMPS) {
                jump(offset, jump);
                for (int number = 0; number < ANSWERS; number++) {
                    String key = "at" + jump + "-" + number;
                    sent.add(key);
                    assertThat(post(door.port(), survey, key).status()).as(key).isEqualTo(200);
                }
            }
        } finally {
            Files.delete(offset);
        }

        assertThat(texts(ordered(survey))).isEqualTo(sent);
        assertThat(texts(
                        "SELECT count(*) FROM response r JOIN survey_key k USING (tenant_id, survey_id) WHERE k.public_key = '"
                                + survey + "' AND r.answered_at = r.recorded_at AND r.recorded_at BETWEEN '" + before
                                + "' AND '" + now() + "'"))
                .containsExactly(Integer.toString(sent.size()));
    }

    @Test
    void theDatabaseSaysWhatHasExpired() throws Exception {
        Path offset = offset();
        DoorProcess door = door(offset);
        String survey = ground.survey();
        TokenOfVisitor tokens = TokenOfVisitor.of(ground, DoorGround.TENANT, "clock");
        String good = tokens.until(Instant.now().plus(1, ChronoUnit.HOURS));
        String gone = tokens.until(Instant.now().minus(1, ChronoUnit.MINUTES));
        List<Integer> statuses = new ArrayList<>();
        try (door) {
            for (String jump : JUMPS) {
                jump(offset, jump);
                statuses.add(signed(door, survey, jump + "-good", good));
                statuses.add(signed(door, survey, jump + "-gone", gone));
            }
        } finally {
            Files.delete(offset);
        }

        assertThat(statuses).containsExactly(200, 410, 200, 410, 200, 410, 200, 410);
    }

    private static int signed(DoorProcess door, String survey, String key, String token) throws IOException {
        try (AnswerWire wire = new AnswerWire(door.port(), PATIENCE)) {
            return wire.post("{\"survey\":\"" + survey + "\",\"response\":\"" + key + "\",\"score\":7,\"signed\":\""
                            + token + "\"}")
                    .status();
        }
    }

    private static Path offset() throws IOException {
        assumeTrue(faketime().isPresent(), "SKIPPED F18: libfaketime is not installed");
        Path offset = Files.createTempFile("tideline", ".offset");
        Files.writeString(offset, JUMPS.get(0));
        return offset;
    }

    private static DoorProcess door(Path offset) throws IOException {
        return ground.door(Map.of("tideline.link.key", TokenOfVisitor.LINK_KEY, "tideline.door.deadline", "20s"))
                .with("LD_PRELOAD", faketime().orElseThrow().toString())
                .with("FAKETIME_TIMESTAMP_FILE", offset.toString())
                .with("FAKETIME_CACHE_DURATION", "1")
                .with("FAKETIME_DONT_FAKE_MONOTONIC", "1")
                .start();
    }

    private static void jump(Path offset, String jump) throws Exception {
        Files.writeString(offset, jump);
        long seen = System.nanoTime() + SEEN_AFTER_NANOS;
        Writers.await(() -> System.nanoTime() > seen);
    }

    /** The keys in the order in which the others are told. */
    private static String ordered(String survey) {
        return "SELECT r.response_key FROM outbox o JOIN response r ON r.tenant_id = o.tenant_id AND r.response_id::text = o.aggregate"
                + " JOIN survey_key k ON k.tenant_id = r.tenant_id AND k.survey_id = r.survey_id WHERE k.public_key = '"
                + survey
                + "' ORDER BY o.xid, o.seq";
    }

    private static String now() throws SQLException {
        return texts("SELECT clock_timestamp()::text").get(0);
    }

    private static List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = ground.ground().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static Optional<Path> faketime() throws IOException {
        List<Path> places = new ArrayList<>();
        String told = System.getenv("TIDELINE_FAKETIME");
        if (told != null) {
            places.add(Path.of(told));
        }
        for (String folder :
                List.of("/usr/lib", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/local/lib")) {
            places.add(Path.of(folder, "faketime", "libfaketimeMT.so.1"));
        }
        try (Stream<Path> existing = places.stream()) {
            return existing.filter(Files::exists).findFirst();
        }
    }
}
