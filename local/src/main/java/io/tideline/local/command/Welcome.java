package io.tideline.local.command;

import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import io.tideline.local.platform.Progress;
import io.tideline.local.platform.Settings;
import java.util.Map;

/** Says where to look and how to log in. */
final class Welcome {
    private final Platform platform;
    private final Progress progress;

    Welcome(Platform platform, Progress progress) {
        this.platform = platform;
        this.progress = progress;
    }

    void print() {
        Settings settings = platform.settings();
        String gateway = settings.url(Part.GATEWAY);
        progress.line("");
        progress.line("  explore    " + gateway + "/explore");
        progress.line("  graphql    " + gateway + "/graphql");
        progress.line("  issuer     " + settings.issuer());
        progress.line("  postgres   " + Settings.HOST + ":" + settings.port(Part.POSTGRES)
                + "  databases customer funnel roi survey, passwords in " + settings.secrets());
        progress.line("  logs       " + settings.state().resolve("log"));
        progress.line("");
        progress.line("  user                   password");
        for (Map.Entry<String, String> user : platform.secrets().users().entrySet()) {
            progress.line(String.format("  %-21s  %s", user.getKey(), user.getValue()));
        }
        progress.line("");
        progress.line(
                "  curl -s " + gateway + "/graphql -H \"Authorization: Bearer $(./tideline token executive)\" \\");
        progress.line("    -H 'Content-Type: application/json' -d '{\"query\":\"{ me { name tenant roles } }\"}'");
        progress.line("");
    }
}
