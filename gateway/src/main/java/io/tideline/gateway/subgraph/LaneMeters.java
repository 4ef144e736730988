package io.tideline.gateway.subgraph;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** What is counted of one subgraph; the meters are looked up once. */
final class LaneMeters {
    private static final String NAME = "tideline.gateway.subgraph";
    private static final String TAG = "subgraph";

    final String subgraph;
    final Counter retries;
    final Counter retriesSpared;
    final Counter refusedByBreaker;
    final Counter refusedByBulkhead;
    private final Timer answered;
    private final Timer failed;
    private final AtomicReference<CircuitBreaker.State> breaker = new AtomicReference<>(CircuitBreaker.State.CLOSED);

    LaneMeters(MeterRegistry meters, String subgraph) {
        this.subgraph = subgraph;
        this.retries = meters.counter(NAME + ".retries", TAG, subgraph, "outcome", "tried");
        this.retriesSpared = meters.counter(NAME + ".retries", TAG, subgraph, "outcome", "over-budget");
        this.refusedByBreaker = meters.counter(NAME + ".refused", TAG, subgraph, "by", "breaker");
        this.refusedByBulkhead = meters.counter(NAME + ".refused", TAG, subgraph, "by", "bulkhead");
        this.answered = meters.timer(NAME, TAG, subgraph, "outcome", "answered");
        this.failed = meters.timer(NAME, TAG, subgraph, "outcome", "failed");
        meters.gauge(NAME + ".breaker", Tags.of(TAG, subgraph), this, LaneMeters::openness);
    }

    void record(boolean success, long nanos) {
        (success ? answered : failed).record(nanos, TimeUnit.NANOSECONDS);
    }

    void breakerIs(CircuitBreaker.State state) {
        breaker.set(state);
    }

    /** 0 while calls pass, 1 while none does, one half while one tries. */
    private double openness() {
        return switch (breaker.get()) {
            case CLOSED, DISABLED, METRICS_ONLY -> 0;
            case HALF_OPEN -> 0.5;
            case OPEN, FORCED_OPEN -> 1;
        };
    }
}
