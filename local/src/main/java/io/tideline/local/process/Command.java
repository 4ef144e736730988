package io.tideline.local.process;

import io.tideline.local.platform.LocalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that we run to its end. */
public final class Command {
    private Command() {}

    /** Its output and exit code. */
    public record Outcome(int code, String output) {}

    public static Outcome run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("interrupted", e);
        }
    }

    /** As {@link #run}, but any exit code but 0 is an error that says what was tried. */
    public static String must(String what, List<String> command) {
        Outcome outcome = run(command);
        if (outcome.code() != 0) {
            throw new LocalException(what + " failed (exit code " + outcome.code() + "):\n"
                    + outcome.output().strip());
        }
        return outcome.output();
    }

    /** Runs a program with its output in a file; returns its exit code. */
    public static int logged(List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("interrupted", e);
        }
    }
}
