package io.tideline.local.command;

import io.tideline.local.platform.Platform;
import io.tideline.local.platform.Progress;

/** Loads the demo organisation once into an installation. */
final class DemoOrganisation {
    private final Platform platform;
    private final Progress progress;

    DemoOrganisation(Platform platform, Progress progress) {
        this.platform = platform;
        this.progress = progress;
    }

    void loadOnce() {
        progress.passing("");
        platform.settings();
    }
}
