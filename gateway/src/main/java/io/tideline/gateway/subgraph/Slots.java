package io.tideline.gateway.subgraph;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** So many calls to one subgraph at once. A few more wait for one of them to end, in the order they came, for a while. */
final class Slots {
    private final Vertx vertx;
    private final SubgraphSettings.Bounds bounds;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int taken;

    /** A call that waits, and the context it goes on in. */
    private record Waiting(Context context, Promise<Boolean> turn) {}

    Slots(Vertx vertx, SubgraphSettings.Bounds bounds) {
        this.vertx = vertx;
        this.bounds = bounds;
    }

    /** True once a slot is taken, which must be left again; false where too many wait or it took too long. */
    Future<Boolean> enter() {
        Optional<Waiting> entered = enterOrWait();
        if (entered.isEmpty()) {
            return Future.succeededFuture(true);
        }
        Waiting mine = entered.get();
        long timer = vertx.setTimer(Math.max(1, bounds.patience().toMillis()), any -> giveUp(mine));
        return mine.turn.future().onComplete(any -> vertx.cancelTimer(timer));
    }

    private synchronized Optional<Waiting> enterOrWait() {
        if (taken < bounds.connections()) {
            taken++;
            return Optional.empty();
        }
        Waiting mine = new Waiting(vertx.getOrCreateContext(), Promise.promise());
        if (waiting.size() < bounds.waiting()) {
            waiting.add(mine);
        } else {
            mine.turn.complete(false);
        }
        return Optional.of(mine);
    }

    private void giveUp(Waiting mine) {
        if (remove(mine)) {
            mine.turn.complete(false);
        }
    }

    private synchronized boolean remove(Waiting mine) {
        return waiting.remove(mine);
    }

    /** Gives the slot to who has waited longest. */
    void leave() {
        next().ifPresent(one -> one.context.runOnContext(any -> one.turn.complete(true)));
    }

    private synchronized Optional<Waiting> next() {
        Waiting one = waiting.poll();
        if (one == null) {
            taken--;
        }
        return Optional.ofNullable(one);
    }
}
