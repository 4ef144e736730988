package io.tideline.local.command;

import io.tideline.local.platform.Part;
import io.tideline.local.platform.Progress;
import io.tideline.local.process.Processes;
import io.tideline.local.process.RunningPart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Ends parts gracefully, those that use others first: gateway, services, Keycloak, PostgreSQL. */
final class Stopping {
    /** Running requests get 10 s; a first run then writes its start-up cache. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final long POLL_MILLIS = 50;

    private static final List<List<Part>> ORDER =
            List.of(List.of(Part.GATEWAY), Part.services(), List.of(Part.KEYCLOAK), List.of(Part.POSTGRES));

    /** After a failed start nothing is worth a long wait. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(15);

    private final Installation installation;
    private final Progress progress;
    private final Duration patience;
    private final boolean keepsRecorded;

    private Stopping(Installation installation, Progress progress, Duration patience, boolean keepsRecorded) {
        this.installation = installation;
        this.progress = progress;
        this.patience = patience;
        this.keepsRecorded = keepsRecorded;
    }

    static Stopping patient(Installation installation, Progress progress) {
        return new Stopping(installation, progress, PATIENCE, true);
    }

    /** What a broken-off start recorded is dropped: later starts would gain little from it and keep it. */
    static Stopping afterFailure(Installation installation, Progress progress) {
        return new Stopping(installation, progress, AFTER_FAILURE, false);
    }

    /** Ends those of the parts that run; returns how many did. */
    int run(Collection<Part> parts) {
        int ended = 0;
        for (List<Part> wave : ORDER) {
            ended += wave(wave.stream().filter(parts::contains).toList());
        }
        return ended;
    }

    private int wave(List<Part> parts) {
        List<RunningPart> running = new ArrayList<>();
        for (Part part : parts) {
            installation.journal().alive(part).ifPresentOrElse(running::add, () -> installation
                    .journal()
                    .forget(part));
        }
        running.forEach(installation.processes()::askToEnd);
        long deadline = System.nanoTime() + patience.toNanos();
        List<RunningPart> ending = new ArrayList<>(running);
        while (!ending.isEmpty() && System.nanoTime() < deadline) {
            ending.removeIf(this::hasEnded);
            if (!ending.isEmpty()) {
                progress.passing("waiting for " + names(ending) + " to end" + reason(ending) + " …");
                Processes.pause(POLL_MILLIS);
            }
        }
        ending.forEach(this::force);
        return running.size();
    }

    private boolean hasEnded(RunningPart running) {
        if (running.isAlive()) {
            return false;
        }
        installation.journal().forget(running.part());
        if (keepsRecorded) {
            installation.server(running.part()).afterEnd();
        }
        progress.step(running.part().key() + " stopped");
        return true;
    }

    private void force(RunningPart running) {
        installation.processes().force(running);
        progress.step(running.part().key() + " did not stop in " + patience.toSeconds() + " s and was ended");
    }

    private String reason(List<RunningPart> ending) {
        boolean records = installation.settings().recordsStarts()
                && ending.stream().anyMatch(part -> part.part() != Part.POSTGRES);
        return records ? " (the first run of a build keeps what starts it faster)" : "";
    }

    private static String names(List<RunningPart> running) {
        return running.stream().map(part -> part.part().key()).collect(Collectors.joining(", "));
    }
}
