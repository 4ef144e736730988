package io.tideline.local.bench;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import io.tideline.local.process.Journal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What a service and the database have taken of processors: unlike the time that passes, it hardly depends on what else the machine does. */
final class ProcessorTime {
    private final List<ProcessHandle> parts;

    ProcessorTime(Platform platform, Part service) {
        Journal journal = new Journal(platform.settings().state());
        this.parts = Stream.of(service, Part.POSTGRES)
                .map(part -> journal.alive(part)
                        .flatMap(running -> ProcessHandle.of(running.pid()))
                        .orElseThrow(() -> new LocalException(part.key() + " does not run here")))
                .toList();
    }

    /** Of the processes that live now; less only by those that ended meanwhile. */
    double seconds() {
        return parts.stream()
                        .flatMap(part -> Stream.concat(Stream.of(part), part.descendants()))
                        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1e3;
    }
}
