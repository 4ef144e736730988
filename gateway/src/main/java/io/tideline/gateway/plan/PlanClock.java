package io.tideline.gateway.plan;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What planning has cost so far, both in nanoseconds from any beginning. */
interface PlanClock {
    /** The time the planning thread was on a processor: what others do there meanwhile does not count. */
    long cpu();

    long wall();

    /** Of the thread that asks. Where the JVM does not measure threads, their time is that on the wall. */
    static PlanClock ofThread() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        boolean measured = threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
        return new PlanClock() {
            @Override
            public long cpu() {
                return measured ? threads.getCurrentThreadCpuTime() : wall();
            }

            @Override
            public long wall() {
                return System.nanoTime();
            }
        };
    }
}
