package io.tideline.local.process;

import java.nio.file.Path;
import java.util.List;

/**
 * How to start a part.
 *
 * @param command the program and its arguments; never holds a secret
 * @param folder where it runs
 * @param log the file its output is appended to
 * @param print fingerprint of what is run and how; a running part with another print is out of date
 * @param stop the signal that ends it gracefully
 */
public record Launch(List<String> command, Path folder, Path log, String print, String stop) {
    public Launch {
        command = List.copyOf(command);
    }
}
