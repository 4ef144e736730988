package io.tideline.local.command;

import io.tideline.local.platform.LocalException;
import java.util.List;

/**
 * The options of {@code up}.
 *
 * @param detach return once the platform is ready
 * @param fresh begin with empty databases, a new realm and new secrets
 * @param demo load the demo organisation where it is not loaded yet
 */
public record UpOptions(boolean detach, boolean fresh, boolean demo) {
    public static UpOptions of(List<String> arguments) {
        List<String> known = List.of("--detach", "--fresh", "--no-demo");
        for (String argument : arguments) {
            if (!known.contains(argument)) {
                throw new LocalException("up does not know " + argument + "; it knows " + String.join(" ", known));
            }
        }
        return new UpOptions(
                arguments.contains("--detach"), arguments.contains("--fresh"), !arguments.contains("--no-demo"));
    }
}
