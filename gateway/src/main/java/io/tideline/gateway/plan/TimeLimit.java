package io.tideline.gateway.plan;

import java.time.Duration;

/**
 * When a search must end: after so much time of its thread, so that a busy or cold machine refuses nothing that is quick
 * to plan; and after ten times that on the wall, so that nobody waits for a thread that hardly runs.
 */
final class TimeLimit {
    private static final int WALL = 10;
    /** Looking at the clock of a thread is a system call, and takes longer than most steps of a search. */
    private static final int STEPS = 32;

    private final PlanClock clock;
    private final long cpuEnd;
    private final long wallEnd;
    private int steps;

    private TimeLimit(PlanClock clock, long cpuEnd, long wallEnd) {
        this.clock = clock;
        this.cpuEnd = cpuEnd;
        this.wallEnd = wallEnd;
    }

    /** Counted from now on. */
    static TimeLimit of(Duration cpu, PlanClock clock) {
        return new TimeLimit(clock, clock.cpu() + cpu.toNanos(), clock.wall() + WALL * cpu.toNanos());
    }

    /** Counts one step; looks at the clock at the first and then every now and then. */
    void spend() {
        if (steps++ % STEPS == 0 && (clock.cpu() - cpuEnd > 0 || clock.wall() - wallEnd > 0)) {
            throw PlanFailure.outOfTime();
        }
    }
}
