package io.tideline.gateway.subgraph;

import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.tideline.gateway.subgraph.SubgraphFailure.Kind;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Stops asking a subgraph while it fails. It is told only of tries that say something of the subgraph; but the one that
 * tries whether all is well again must show it.
 */
final class LaneBreaker {
    private final LaneMeters meters;
    private final String name;
    private final TypedGuard<CompletionStage<byte[]>> guard;

    LaneBreaker(SubgraphSettings.Breaker settings, LaneMeters meters) {
        this.meters = meters;
        this.name = meters.subgraph + " " + UUID.randomUUID();
        this.guard = TypedGuard.create(new TypeLiteral<CompletionStage<byte[]>>() {})
                .withCircuitBreaker()
                .name(name)
                .requestVolumeThreshold(settings.calls())
                .failureRatio(settings.failedPercent() / 100.0)
                .delay(settings.open().toMillis(), ChronoUnit.MILLIS)
                .successThreshold(1)
                .when(cause -> !(cause instanceof SubgraphFailure known) || !known.showsThatItAnswers())
                .onStateChange(meters::breakerIs)
                .done()
                .build();
    }

    /** Runs one try, or refuses to. */
    Future<byte[]> pass(Supplier<Future<byte[]>> trial) {
        Promise<byte[]> passed = Promise.promise();
        CompletionStage<byte[]> guarded = guard.get(() -> {
            CompletableFuture<byte[]> told = new CompletableFuture<>();
            run(trial).onComplete(done -> {
                tell(done, told);
                passed.handle(done);
            });
            return told;
        });
        guarded.whenComplete((any, failure) -> {
            if (failure instanceof CircuitBreakerOpenException) {
                meters.refusedByBreaker.increment();
                passed.fail(new SubgraphFailure(meters.subgraph, Kind.REFUSED, "its breaker is open"));
            }
        });
        return passed.future();
    }

    /** What is thrown before anything was asked is a failure like another. */
    private static Future<byte[]> run(Supplier<Future<byte[]>> trial) {
        return Future.succeededFuture().compose(any -> trial.get());
    }

    private void tell(AsyncResult<byte[]> done, CompletableFuture<byte[]> told) {
        if (done.succeeded()) {
            told.complete(done.result());
        } else if (saysSomething(done.cause()) || isTrying()) {
            told.completeExceptionally(done.cause());
        }
    }

    private static boolean saysSomething(Throwable cause) {
        return !(cause instanceof SubgraphFailure known) || !known.saysNothingOfIt();
    }

    private boolean isTrying() {
        return CircuitBreakerMaintenance.get().currentState(name) == CircuitBreakerState.HALF_OPEN;
    }
}
