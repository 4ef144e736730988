package io.tideline.gateway.subgraph;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.tideline.gateway.subgraph.SubgraphFailure.Kind;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Stops asking a subgraph while it fails. It is told only of tries that say something of the subgraph, and only while it
 * is in the state that let them pass: the one that tries whether all is well again decides that alone.
 */
final class LaneBreaker {
    /** Calls that are slow end by their deadline, which is a failure; no other call is too slow. */
    private static final Duration NEVER_SLOW = Duration.ofDays(1);

    private final LaneMeters meters;
    private final CircuitBreaker breaker;
    /** How often it has changed its state; that happens only while this object is locked. */
    private int changes;

    LaneBreaker(SubgraphSettings.Breaker settings, LaneMeters meters) {
        this.meters = meters;
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.calls())
                .minimumNumberOfCalls(settings.calls())
                .failureRateThreshold(settings.failedPercent())
                .slowCallDurationThreshold(NEVER_SLOW)
                .waitDurationInOpenState(settings.open())
                .permittedNumberOfCallsInHalfOpenState(1)
                .build();
        this.breaker = CircuitBreaker.of(meters.subgraph, config);
        breaker.getEventPublisher()
                .onStateTransition(event -> changed(event.getStateTransition().getToState()));
    }

    private void changed(CircuitBreaker.State now) {
        changes++;
        meters.breakerIs(now);
    }

    /** Runs one try, or refuses to. */
    Future<byte[]> pass(Supplier<Future<byte[]>> trial) {
        int since;
        synchronized (this) {
            if (!breaker.tryAcquirePermission()) {
                meters.refusedByBreaker.increment();
                return Future.failedFuture(new SubgraphFailure(meters.subgraph, Kind.REFUSED, "its breaker is open"));
            }
            since = changes;
        }
        return run(trial).onComplete(done -> tell(done, since));
    }

    /** What is thrown before anything was asked is a failure like another. */
    private static Future<byte[]> run(Supplier<Future<byte[]>> trial) {
        try {
            return trial.get();
        } catch (RuntimeException thrown) {
            return Future.failedFuture(thrown);
        }
    }

    /** {@code since} says which state let the try pass. */
    private synchronized void tell(AsyncResult<byte[]> done, int since) {
        if (since != changes) {
            return;
        }
        if (done.succeeded() || showsThatItAnswers(done.cause())) {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        } else if (saysSomething(done.cause())) {
            breaker.onError(0, TimeUnit.NANOSECONDS, done.cause());
        } else {
            breaker.releasePermission();
        }
    }

    private static boolean showsThatItAnswers(Throwable cause) {
        return cause instanceof SubgraphFailure known && known.showsThatItAnswers();
    }

    private static boolean saysSomething(Throwable cause) {
        return !(cause instanceof SubgraphFailure known) || !known.saysNothingOfIt();
    }
}
