package io.tideline.gateway.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two calls at once, two that wait. */
class SlotsTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Slots slots(Duration patience) {
        SubgraphSettings.Breaker breaker = new SubgraphSettings.Breaker(20, 50, LONG);
        return new Slots(vertx, new SubgraphSettings.Bounds(LONG, 100, 2, 2, 1, patience, 10, breaker));
    }

    private static Boolean ended(Future<Boolean> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void letsInAsManyAsThereAreAndRefusesWhoMayNotEvenWait() {
        Slots slots = slots(LONG);

        List<Future<Boolean>> calls = List.of(slots.enter(), slots.enter(), slots.enter(), slots.enter());
        Future<Boolean> oneTooMany = slots.enter();

        assertThat(calls).extracting(Future::isComplete).containsExactly(true, true, false, false);
        assertThat(ended(oneTooMany)).isFalse();
    }

    @Test
    void passesASlotToWhoHasWaitedLongest() {
        Slots slots = slots(LONG);
        slots.enter();
        slots.enter();
        Future<Boolean> first = slots.enter();
        Future<Boolean> second = slots.enter();

        slots.leave();

        assertThat(ended(first)).isTrue();
        assertThat(second.isComplete()).isFalse();
    }

    @Test
    void isFreeAgainOnceAllHaveLeft() {
        Slots slots = slots(LONG);
        slots.enter();
        slots.enter();
        slots.leave();
        slots.leave();

        List<Future<Boolean>> calls = List.of(slots.enter(), slots.enter(), slots.enter());

        assertThat(calls).extracting(Future::isComplete).containsExactly(true, true, false);
    }

    @Test
    void givesNoSlotToWhoGaveUpWaiting() {
        Slots slots = slots(Duration.ofMillis(1));
        slots.enter();
        slots.enter();
        assertThat(ended(slots.enter())).isFalse();

        slots.leave();

        assertThat(slots.enter().isComplete()).isTrue();
    }
}
