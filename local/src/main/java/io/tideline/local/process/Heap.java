package io.tideline.local.process;

import io.tideline.local.platform.LocalException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JVM holds in its heap, in use right after a full collection that is asked for. */
public final class Heap {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private Heap() {}

    public static long liveBytes(long pid) {
        String histogram = Command.must(
                "asking a JVM for its heap",
                List.of(Jdk.home() + "/bin/jcmd", Long.toString(pid), "GC.class_histogram"));
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new LocalException("the JVM " + pid + " does not tell its heap");
        }
        return Long.parseLong(total.group(1));
    }
}
