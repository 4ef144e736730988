package io.tideline.local.bench;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import io.tideline.local.process.Command;
import io.tideline.local.process.Jdk;
import io.tideline.local.process.Journal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a service holds in its heap while it answers: in use right after full collections, which are asked for one after the other. */
final class ServiceHeap {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final double MIB = 1024 * 1024;

    private final long pid;

    ServiceHeap(Platform platform, Part service) {
        this.pid = new Journal(platform.settings().state())
                .alive(service)
                .orElseThrow(() -> new LocalException(service.key() + " does not run here"))
                .pid();
    }

    /** Mebibytes that are held beside those held before, at most. */
    double mebibytesDuring(Callable<?> question) {
        long before = live();
        long most = before;
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> asked = thread.submit(question);
            while (!asked.isDone()) {
                most = Math.max(most, live());
            }
            FunnelQuestions.called(asked::get);
        } finally {
            thread.shutdownNow();
        }
        return (most - before) / MIB;
    }

    private long live() {
        String histogram = Command.must(
                "asking the service for its heap",
                List.of(Jdk.home() + "/bin/jcmd", Long.toString(pid), "GC.class_histogram"));
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new LocalException("the service does not tell its heap");
        }
        return Long.parseLong(total.group(1));
    }
}
