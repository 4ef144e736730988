package io.tideline.local.command;

import io.tideline.local.demo.DemoData;
import io.tideline.local.platform.Platform;
import io.tideline.local.platform.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads the demo organisations once into an installation. */
final class DemoOrganisation {
    private final Platform platform;
    private final Progress progress;

    DemoOrganisation(Platform platform, Progress progress) {
        this.platform = platform;
        this.progress = progress;
    }

    /** Does nothing where a load came to its end before; one that was broken off goes on, since rows that are there already change nothing. */
    void loadOnce() {
        Path loaded = platform.settings().state().resolve("demo/loaded");
        if (Files.exists(loaded)) {
            return;
        }
        DemoData.load(platform, progress);
        try {
            Files.createDirectories(loaded.toAbsolutePath().getParent());
            Files.writeString(loaded, "The demo organisations are in the databases of this installation.\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
