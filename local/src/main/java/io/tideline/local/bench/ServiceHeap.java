package io.tideline.local.bench;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import io.tideline.local.process.Heap;
import io.tideline.local.process.Journal;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What a service holds in its heap while it answers: in use right after full collections, which are asked for one after the other. */
final class ServiceHeap {
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
        long before = Heap.liveBytes(pid);
        long most = before;
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> asked = thread.submit(question);
            while (!asked.isDone()) {
                most = Math.max(most, Heap.liveBytes(pid));
            }
            FunnelQuestions.called(asked::get);
        } finally {
            thread.shutdownNow();
        }
        return (most - before) / MIB;
    }
}
