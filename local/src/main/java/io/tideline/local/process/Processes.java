package io.tideline.local.process;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Part;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Starts and ends the processes of parts. */
public final class Processes {
    private static final long POLL_MILLIS = 50;
    private static final Duration AFTER_FORCE = Duration.ofSeconds(10);

    private final Journal journal;

    public Processes(Journal journal) {
        this.journal = journal;
    }

    /** Starts a part in a session of its own, so that it outlives this process and hears no Ctrl-C of our terminal. */
    public RunningPart start(Part part, int port, Launch launch) {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(launch.command());
        try {
            turnOver(launch.log());
            Process process = new ProcessBuilder(command)
                    .directory(launch.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(launch.log().toFile()))
                    .start();
            RunningPart running = new RunningPart(
                    part,
                    process.pid(),
                    Procfs.startTicks(process.pid()),
                    Procfs.bootId(),
                    port,
                    Instant.now(),
                    launch.print(),
                    launch.stop());
            journal.keep(running);
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks a part to end; does nothing when it is already gone. */
    public void askToEnd(RunningPart running) {
        signal(running, running.stop());
    }

    /** Ends a part that did not end when asked. */
    public void force(RunningPart running) {
        signal(running, "KILL");
        long deadline = System.nanoTime() + AFTER_FORCE.toNanos();
        while (running.isAlive() && System.nanoTime() < deadline) {
            pause(POLL_MILLIS);
        }
        journal.forget(running.part());
    }

    public static long residentBytes(RunningPart running) {
        return Procfs.residentBytes(running.pid());
    }

    /** Keeps the log of the run before as {@code <name>.1}. */
    private static void turnOver(Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void signal(RunningPart running, String name) {
        if (!running.isAlive()) {
            return;
        }
        Command.run(List.of("kill", "-" + name, Long.toString(running.pid())));
    }

    /** Sleeps; an interruption ends the command. */
    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("interrupted", e);
        }
    }
}
