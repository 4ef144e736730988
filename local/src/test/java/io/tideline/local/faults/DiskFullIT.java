package io.tideline.local.faults;

import static io.tideline.local.faults.FaultGround.ANSWER_WITHIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tideline.local.bench.answers.AnswerJournal;
import io.tideline.local.bench.answers.DoorProcess;
import io.tideline.local.process.Command;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F14: no room is left where the answers lie. Needs root, to have a file system of its own. */
class DiskFullIT {
    private static final int WRITERS = 8;
    private static final long SEED = 20_260_304L;
    private static final int BLOCK = 64 * 1024;

    @RegisterExtension
    static final FaultGround ground = FaultGround.own("faults-full");

    @Test
    void aFullDiskIsRefusedAndOverWhenThereIsRoomAgain() throws Exception {
        assumeTrue(
                "root".equals(System.getProperty("user.name")),
                "SKIPPED F14: only root can mount a file system that fills up");
        Path disk = Files.createTempDirectory("tideline-full");
        Command.must("mounting", List.of("mount", "-t", "tmpfs", "-o", "size=24m,mode=0777", "tmpfs", disk.toString()));
        try {
            fillAndEmpty(disk);
        } finally {
            ground.ground().close();
            Command.must("unmounting", List.of("umount", disk.toString()));
            Files.delete(disk);
        }
    }

    private static void fillAndEmpty(Path disk) throws Exception {
        AnswerJournal journal = new AnswerJournal();
        try (DoorProcess door = ground.door(Map.of()).start()) {
            String survey = ground.survey();
            Path place = Files.createDirectory(disk.resolve("answers"));
            Command.must("giving", List.of("chown", "nobody", place.toString()));
            ground.run("CREATE TABLESPACE small LOCATION '" + place + "'");
            ground.run("ALTER TABLE response SET TABLESPACE small");
            try (Writers writers = new Writers(door::port, survey, ANSWER_WITHIN, journal).start(WRITERS, SEED)) {
                writers.awaitMore(100);
                Path filler = fill(disk);
                Writers.await(() -> journal.others().getOrDefault("503", 0) >= WRITERS);
                assertThat(read(door, survey)).isEqualTo(200);
                Files.delete(filler);
                writers.awaitMore(200);
            }
            ground.assertKept(journal, survey);
            assertThat(journal.others()).containsOnlyKeys("503");
        }
    }

    /** Takes all that is left. */
    private static Path fill(Path disk) throws IOException {
        Path filler = disk.resolve("filler");
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] block = new byte[BLOCK];
            while (Files.getFileStore(disk).getUsableSpace() >= BLOCK) {
                out.write(block);
            }
        }
        return filler;
    }

    private static int read(DoorProcess door, String survey) throws Exception {
        URI url = URI.create("http://127.0.0.1:" + door.port() + "/w/v1/surveys/" + survey);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
