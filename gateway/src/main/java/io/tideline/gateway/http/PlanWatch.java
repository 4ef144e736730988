package io.tideline.gateway.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tideline.gateway.operation.Operation;
import io.tideline.gateway.plan.Plan;
import io.tideline.gateway.plan.Planner;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Times planning, and says once of each operation that it was slow to plan: its text may hold what people typed. */
final class PlanWatch {
    private static final Logger LOG = Logger.getLogger(PlanWatch.class);
    private static final int TOLD = 1_000;

    private final Timer timer;
    private final long slowNanos;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    PlanWatch(MeterRegistry meters, Duration slow) {
        this.timer = meters.timer("tideline.gateway.plan");
        this.slowNanos = slow.toNanos();
    }

    Plan plan(Planner planner, Operation operation) {
        long start = System.nanoTime();
        Plan plan = planner.plan(operation);
        long took = System.nanoTime() - start;
        timer.record(took, TimeUnit.NANOSECONDS);
        if (took >= slowNanos) {
            tell(operation, plan, took);
        }
        return plan;
    }

    private void tell(Operation operation, Plan plan, long took) {
        String digest = Integer.toHexString(operation.normalised().hashCode());
        if (told.size() < TOLD && told.add(operation.name() + " " + digest)) {
            LOG.warnf(
                    "operation=%s digest=%s planMillis=%d calls=%d waves=%d was slow to plan",
                    operation.name(),
                    digest,
                    TimeUnit.NANOSECONDS.toMillis(took),
                    plan.nodes().size(),
                    plan.waves().size());
        }
    }
}
