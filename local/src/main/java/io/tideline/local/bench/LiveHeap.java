package io.tideline.local.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The heap that a program holds while it works: in use right after a full collection, which is asked for every other second. What lies between
 * collections says how much the collector may leave lying, not what is held.
 */
final class LiveHeap implements AutoCloseable {
    private static final double MIB = 1024 * 1024;
    private static final int SECONDS = 2;

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final List<Long> samples = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> samplings = clock.scheduleAtFixedRate(this::take, 0, SECONDS, TimeUnit.SECONDS);

    private synchronized void take() {
        memory.gc();
        samples.add(memory.getHeapMemoryUsage().getUsed());
    }

    /** The most that was held until now. */
    synchronized double mebibytes() {
        take();
        return samples.stream().mapToLong(Long::longValue).max().orElse(0) / MIB;
    }

    /** Mean of the second half of the samples over that of the first: 1 where nothing piles up. */
    synchronized double growth() {
        int half = samples.size() / 2;
        return half == 0 ? Double.NaN : mean(samples.subList(half, samples.size())) / mean(samples.subList(0, half));
    }

    private static double mean(List<Long> bytes) {
        return bytes.stream().mapToLong(Long::longValue).average().orElseThrow();
    }

    @Override
    public void close() {
        samplings.cancel(false);
        clock.shutdown();
    }
}
