package io.tideline.funnel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.error.AppException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final List<String> begun = new ArrayList<>();
    private final Map<String, CompletableFuture<Boolean>> ends = new HashMap<>();

    @Test
    void letsOthersPassWhoWaitsForTheOwn() {
        Turns turns = new Turns(2, 1, 10, LONG);
        begin(turns, "a", "a1");
        begin(turns, "a", "a2");
        begin(turns, "b", "b1");
        assertThat(begun).containsExactly("a1", "b1");

        end("a1").complete(true);
        assertThat(begun).containsExactly("a1", "b1", "a2");

        begin(turns, "c", "c1");
        assertThat(begun).hasSize(3);
        end("a2").completeExceptionally(new IllegalStateException("a2"));
        assertThat(begun).containsExactly("a1", "b1", "a2", "c1");
    }

    @Test
    void refusesWhereTooManyWait() {
        Turns turns = new Turns(2, 1, 1, LONG);
        begin(turns, "a", "a1");
        begin(turns, "a", "a2");

        assertThatThrownBy(() -> turns.inTurn("a", () -> Uni.createFrom().item(true))
                        .await()
                        .atMost(LONG))
                .isInstanceOfSatisfying(AppException.class, refused -> assertThat(refused.getExtensions())
                        .containsEntry("code", "UNAVAILABLE")
                        .containsKey("retryAfter"));
        begin(turns, "b", "b1");
        assertThat(begun).containsExactly("a1", "b1");
    }

    @Test
    void refusesWhoHasWaitedTooLong() {
        Turns turns = new Turns(1, 1, 10, Duration.ofMillis(1));
        begin(turns, "a", "a1");

        assertThatThrownBy(() -> turns.inTurn("b", () -> Uni.createFrom().item(true))
                        .await()
                        .atMost(LONG))
                .isInstanceOf(AppException.class);
        end("a1").complete(true);
        begin(turns, "c", "c1");
        assertThat(begun).containsExactly("a1", "c1");
    }

    /** Begins work that ends when it is told to. */
    private void begin(Turns turns, String tenant, String name) {
        turns.inTurn(tenant, () -> {
                    begun.add(name);
                    return Uni.createFrom().completionStage(end(name));
                })
                .subscribe()
                .with(done -> {}, failure -> {});
    }

    private CompletableFuture<Boolean> end(String name) {
        return ends.computeIfAbsent(name, added -> new CompletableFuture<>());
    }
}
