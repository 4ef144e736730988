package io.tideline.local.command;

import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import io.tideline.local.platform.Progress;
import java.util.Arrays;

/** Stops all parts gracefully. */
public final class Down {
    private final Installation installation;
    private final Progress progress;

    public Down(Platform platform, Progress progress) {
        this.installation = new Installation(platform);
        this.progress = progress;
    }

    public int run() {
        installation.alone(() -> {
            int ended = Stopping.patient(installation, progress).run(Arrays.asList(Part.values()));
            progress.step(ended == 0 ? "nothing was running" : "platform stopped");
        });
        return 0;
    }
}
