package io.tideline.gateway.subgraph;

import io.opentelemetry.api.trace.Tracer;
import io.tideline.gateway.subgraph.SubgraphFailure.Kind;
import io.tideline.platform.access.GatewayAssertion;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way to one subgraph: its own connections, so that it can exhaust nobody else's; a breaker that stops asking while
 * it fails; one second try for queries as long as the budget lasts. All of it within one deadline.
 */
final class Lane {
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence ACCEPT =
            HttpHeaders.createOptimized("application/graphql-response+json, application/json");

    private final Vertx vertx;
    private final String subgraph;
    private final SubgraphSettings.Bounds bounds;
    private final @Nullable GatewayAssertion assertion;
    private final LaneMeters meters;
    private final Tracer tracer;
    private final Connections connections;
    private final Slots slots;
    private final LaneBreaker breaker;
    private final RetryBudget budget;
    private final AtomicInteger streams = new AtomicInteger();

    Lane(Vertx vertx, SubgraphSettings settings, LaneMeters meters, Tracer tracer) {
        this.vertx = vertx;
        this.tracer = tracer;
        this.subgraph = meters.subgraph;
        this.bounds = settings.bounds();
        this.assertion = settings.assertions().get(subgraph);
        this.meters = meters;
        this.connections = new Connections(vertx, subgraph, bounds);
        this.slots = new Slots(vertx, bounds);
        this.breaker = new LaneBreaker(bounds.breaker(), meters);
        this.budget = new RetryBudget(bounds.retryPercent());
    }

    /** A call under way: {@code whole} is over when all of it is, by an answer or the deadline. */
    private record Ongoing(SubgraphCall call, Future<byte[]> whole, CallTrace trace) {}

    /** The body of the answer, or a {@link SubgraphFailure}. */
    Future<byte[]> ask(SubgraphCall call) {
        long start = System.nanoTime();
        long left = Math.min(bounds.deadline().toNanos(), call.terms().end() - start);
        if (left <= 0) {
            return Future.failedFuture(new SubgraphFailure(subgraph, Kind.HURRIED, "the operation's time is over"));
        }
        Kind late = left < bounds.deadline().toNanos() ? Kind.HURRIED : Kind.LATE;
        Promise<byte[]> answered = Promise.promise();
        long timer = vertx.setTimer(
                Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)),
                any -> answered.tryFail(new SubgraphFailure(subgraph, late, "no answer in time")));
        budget.earn();
        Ongoing ongoing = new Ongoing(call, answered.future(), new CallTrace(tracer, call));
        attempt(ongoing)
                .recover(failure -> again(failure, ongoing))
                .onSuccess(answered::tryComplete)
                .onFailure(answered::tryFail);
        return answered.future().onComplete(done -> {
            vertx.cancelTimer(timer);
            ongoing.trace.end(done.succeeded());
            meters.record(done.succeeded(), System.nanoTime() - start);
        });
    }

    private Future<byte[]> again(Throwable failure, Ongoing ongoing) {
        boolean useful = failure instanceof SubgraphFailure known && known.isWorthASecondTry();
        if (!useful || !ongoing.call.terms().readOnly() || ongoing.whole.isComplete()) {
            return Future.failedFuture(failure);
        }
        if (!budget.spend()) {
            meters.retriesSpared.increment();
            return Future.failedFuture(failure);
        }
        meters.retries.increment();
        ongoing.trace.secondTry();
        return attempt(ongoing);
    }

    /** One try behind the breaker, which learns of it also when the whole call is given up. */
    private Future<byte[]> attempt(Ongoing ongoing) {
        return breaker.pass(() -> {
            Promise<byte[]> tried = Promise.promise();
            ongoing.whole.onFailure(tried::tryFail);
            send(ongoing).onSuccess(tried::tryComplete).onFailure(tried::tryFail);
            return tried.future();
        });
    }

    /**
     * Begins what stays open, if the breaker and the bound of streams let it pass.
     *
     * @param opening brings anything once the subgraph has let it in
     * @param over when it stays open no longer
     */
    Future<byte[]> carry(Supplier<Future<byte[]>> opening, Future<?> over) {
        if (streams.incrementAndGet() > bounds.streams()) {
            streams.decrementAndGet();
            meters.refusedByBulkhead.increment();
            return Future.failedFuture(new SubgraphFailure(subgraph, Kind.REFUSED, "too many streams are open"));
        }
        over.onComplete(any -> streams.decrementAndGet());
        return breaker.pass(opening);
    }

    private Future<byte[]> send(Ongoing ongoing) {
        return slots.enter().compose(entered -> entered ? sendNow(ongoing) : tooMany());
    }

    private Future<byte[]> tooMany() {
        meters.refusedByBulkhead.increment();
        return Future.failedFuture(new SubgraphFailure(subgraph, Kind.REFUSED, "too many calls are under way"));
    }

    private Future<byte[]> sendNow(Ongoing ongoing) {
        return connections
                .request(ongoing.call.url())
                .compose(request -> exchange(request, ongoing))
                .onComplete(done -> slots.leave());
    }

    private Future<byte[]> exchange(HttpClientRequest request, Ongoing ongoing) {
        Exchange exchange = new Exchange(request, subgraph, bounds.maxAnswerBytes());
        if (ongoing.whole.isComplete()) {
            exchange.cutOff();
            return Future.failedFuture(new SubgraphFailure(subgraph, Kind.HURRIED, "no connection in time"));
        }
        sign(request.headers(), ongoing.call);
        ongoing.trace.writeTo(request.headers());
        ongoing.whole.onFailure(late -> exchange.cutOff());
        return exchange.run(ongoing.call.body());
    }

    private void sign(MultiMap headers, SubgraphCall call) {
        headers.set(HttpHeaders.CONTENT_TYPE, JSON);
        headers.set(HttpHeaders.ACCEPT, ACCEPT);
        String authorization = call.terms().authorization();
        if (authorization != null) {
            headers.set(HttpHeaders.AUTHORIZATION, authorization);
        }
        if (assertion != null) {
            headers.set(GatewayAssertion.HEADER, assertion.sign(call.body(), Instant.now()));
        }
    }
}
