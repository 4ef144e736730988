package io.tideline.local.process;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.platform.Json;
import io.tideline.local.platform.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The records of the processes we started, one file a part under {@code run/} of the state folder. */
public final class Journal {
    private final Path folder;

    public Journal(Path state) {
        this.folder = state.resolve("run");
    }

    public Path folder() {
        return folder;
    }

    public Optional<RunningPart> find(Part part) {
        Path file = file(part);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode record = Json.read(file);
        return Optional.of(new RunningPart(
                part,
                record.path("pid").asLong(),
                record.path("startTicks").asLong(),
                record.path("boot").asText(),
                record.path("port").asInt(),
                Instant.parse(record.path("since").asText()),
                record.path("print").asText(),
                record.path("stop").asText()));
    }

    /** The process of a part if it lives. */
    public Optional<RunningPart> alive(Part part) {
        return find(part).filter(RunningPart::isAlive);
    }

    void keep(RunningPart running) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("pid", running.pid());
        record.put("startTicks", running.startTicks());
        record.put("boot", running.boot());
        record.put("port", running.port());
        record.put("since", running.since().toString());
        record.put("print", running.print());
        record.put("stop", running.stop());
        try {
            Files.createDirectories(folder);
            Path fresh = folder.resolve(running.part().key() + ".new");
            Files.writeString(fresh, Json.print(record) + "\n");
            Files.move(fresh, file(running.part()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void forget(Part part) {
        try {
            Files.deleteIfExists(file(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(Part part) {
        return folder.resolve(part.key() + ".json");
    }
}
