package io.tideline.local;

import io.tideline.local.bench.Bench;
import io.tideline.local.command.Down;
import io.tideline.local.command.Status;
import io.tideline.local.command.Up;
import io.tideline.local.command.UpOptions;
import io.tideline.local.imports.ImportCommand;
import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Platform;
import io.tideline.local.platform.Progress;
import io.tideline.local.platform.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The command line: {@code Tideline COMMAND ARGUMENT…}. The clone's folder is the system property {@code tideline.root}. */
public final class Tideline {
    private static final int USAGE = 2;

    private Tideline() {}

    public static void main(String[] arguments) {
        int code;
        try {
            code = run(List.of(arguments));
        } catch (LocalException e) {
            System.err.println("tideline: " + e.getMessage());
            code = 1;
        }
        System.exit(code);
    }

    private static int run(List<String> arguments) {
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        String[] rest = arguments.stream().skip(1).toArray(String[]::new);
        Path root = Path.of(System.getProperty("tideline.root", "."));
        Platform platform = new Platform(Settings.of(root, System.getenv()));
        Progress progress = Progress.onConsole();
        return switch (command) {
            case "up" -> new Up(platform, progress, UpOptions.of(Arrays.asList(rest))).run();
            case "down" -> new Down(platform, progress).run();
            case "status" -> new Status(platform, System.out).run();
            case "token" -> token(platform, rest);
            case "import" -> ImportCommand.run(Arrays.asList(rest), platform, System.out);
            case "bench" -> Bench.run(Arrays.asList(rest), platform, System.out);
            default -> unknown(command);
        };
    }

    private static int token(Platform platform, String[] rest) {
        if (rest.length != 1) {
            System.err.println("usage: ./tideline token USER");
            return USAGE;
        }
        System.out.println(platform.token(rest[0]));
        return 0;
    }

    private static int unknown(String command) {
        System.err.println("tideline: there is no command " + command);
        return USAGE;
    }
}
