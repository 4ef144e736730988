package io.tideline.local.command;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Progress;
import io.tideline.local.process.Journal;
import io.tideline.local.process.Launch;
import io.tideline.local.process.LogTail;
import io.tideline.local.process.Processes;
import io.tideline.local.process.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Starts parts side by side and waits until each answers, with the time that each took. */
final class Starting {
    /** A first start imports a realm, migrates databases and may share two cores with a build. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final long POLL_MILLIS = 100;
    private static final int LOG_LINES = 15;

    private final Installation installation;
    private final Progress progress;

    Starting(Installation installation, Progress progress) {
        this.installation = installation;
        this.progress = progress;
    }

    void run(List<Server> servers) {
        List<Started> waiting = new ArrayList<>();
        for (Server server : servers) {
            Launch launch = server.launch();
            waiting.add(new Started(server, System.nanoTime()));
            installation.start(server, launch);
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        waiting.removeIf(started -> look(started, end));
        while (!waiting.isEmpty()) {
            progress.passing(
                    String.format(Locale.ROOT, "%6.0f s  waiting for %s …", progress.elapsedSeconds(), names(waiting)));
            Processes.pause(POLL_MILLIS);
            waiting.removeIf(started -> look(started, end));
        }
    }

    private boolean look(Started started, long end) {
        Server server = started.server();
        Journal journal = installation.journal();
        if (server.isReady()) {
            server.afterStart();
            progress.step(String.format(
                    Locale.ROOT,
                    "%-9s ready after %.1f s",
                    server.part().key(),
                    (System.nanoTime() - started.atNanos()) / 1e9));
            return true;
        }
        if (journal.alive(server.part()).isEmpty()) {
            throw failed(server, "ended while starting");
        }
        if (System.nanoTime() > end) {
            throw failed(server, "does not answer after " + PATIENCE.toMinutes() + " minutes");
        }
        return false;
    }

    private LocalException failed(Server server, String why) {
        Path log = installation.settings().log(server.part());
        String tail =
                LogTail.of(log, LOG_LINES).stream().map(line -> "  | " + line).collect(Collectors.joining("\n"));
        return new LocalException(server.part().key() + " " + why + "; its log is " + log + " and ends with\n" + tail);
    }

    private static String names(List<Started> waiting) {
        return waiting.stream().map(started -> started.server().part().key()).collect(Collectors.joining(", "));
    }

    private record Started(Server server, long atNanos) {}
}
