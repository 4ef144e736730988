package io.tideline.gateway.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tideline.gateway.subgraph.SubgraphFailure.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the breaker learns from each way a call can end. */
class LaneBreakerTest {
    private static final int CALLS = 4;
    private static final int MANY = 100;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private LaneBreaker breaker(Duration open) {
        return new LaneBreaker(new SubgraphSettings.Breaker(CALLS, 50, open), new LaneMeters(meters, "a"));
    }

    /** 0 while calls pass, 1 while none does, one half while one tries. */
    private double openness() {
        return meters.get("tideline.gateway.subgraph.breaker").gauge().value();
    }

    private static void end(LaneBreaker breaker, Kind kind, int times) {
        for (int call = 0; call < times; call++) {
            breaker.pass(() -> Future.failedFuture(new SubgraphFailure("a", kind, "ended")));
        }
    }

    private static boolean asks(LaneBreaker breaker, Future<byte[]> answer) {
        AtomicBoolean asked = new AtomicBoolean();
        breaker.pass(() -> {
            asked.set(true);
            return answer;
        });
        return asked.get();
    }

    private static Future<byte[]> well() {
        return Future.succeededFuture(new byte[0]);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"UNREACHABLE", "LATE", "INVALID"})
    void opensForWhatTheSubgraphFailedToDo(Kind kind) {
        LaneBreaker breaker = breaker(Duration.ofHours(1));

        end(breaker, kind, CALLS);

        assertThat(asks(breaker, well())).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"HURRIED", "REJECTED", "TOO_LARGE", "REFUSED"})
    void staysClosedForWhatClientsOrTheGatewayCause(Kind kind) {
        LaneBreaker breaker = breaker(Duration.ofHours(1));

        end(breaker, kind, MANY);

        assertThat(asks(breaker, well())).isTrue();
    }

    /** Under load a slow subgraph makes most calls wait in vain for a connection: they must not hide that it is slow. */
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"HURRIED", "REFUSED"})
    void isNotCalmedByCallsThatWereNotMade(Kind kind) {
        LaneBreaker breaker = breaker(Duration.ofHours(1));

        for (int round = 0; round < CALLS; round++) {
            end(breaker, Kind.LATE, 1);
            end(breaker, kind, MANY);
        }

        assertThat(asks(breaker, well())).isFalse();
    }

    @Test
    void opensAgainWhenTheCallThatTriesFails() {
        LaneBreaker breaker = breaker(Duration.ofMillis(1));
        end(breaker, Kind.LATE, CALLS);

        awaitTry(breaker, Future.failedFuture(new SubgraphFailure("a", Kind.LATE, "ended")));

        assertThat(openness()).isEqualTo(1);
    }

    /** A client that hangs up, or a bulkhead that is full, must not keep a subgraph cut off that is well again. */
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"HURRIED", "REFUSED"})
    void letsTheNextCallTryWhereOneShowedNothing(Kind kind) {
        LaneBreaker breaker = breaker(Duration.ofMillis(1));
        end(breaker, Kind.LATE, CALLS);

        awaitTry(breaker, Future.failedFuture(new SubgraphFailure("a", kind, "ended")));
        assertThat(openness()).isEqualTo(0.5);

        Promise<byte[]> trying = Promise.promise();
        assertThat(asks(breaker, trying.future())).isTrue();
        assertThat(asks(breaker, well())).isFalse();
        trying.complete(new byte[0]);
        assertThat(openness()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void learnsNothingFromCallsThatBeganBeforeItOpened(boolean isWell) {
        LaneBreaker breaker = breaker(Duration.ofMillis(1));
        Promise<byte[]> straggler = Promise.promise();
        breaker.pass(straggler::future);
        end(breaker, Kind.LATE, CALLS);
        Promise<byte[]> trying = Promise.promise();
        awaitTry(breaker, trying.future());

        if (isWell) {
            straggler.complete(new byte[0]);
        } else {
            straggler.fail(new SubgraphFailure("a", Kind.LATE, "ended"));
        }

        assertThat(openness()).isEqualTo(0.5);
        trying.complete(new byte[0]);
        assertThat(openness()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"REJECTED", "TOO_LARGE"})
    void closesWhenTheCallThatTriesIsAnsweredAtAll(Kind kind) {
        LaneBreaker breaker = breaker(Duration.ofMillis(1));
        end(breaker, Kind.LATE, CALLS);

        awaitTry(breaker, Future.failedFuture(new SubgraphFailure("a", kind, "ended")));

        Promise<byte[]> slow = Promise.promise();
        assertThat(asks(breaker, slow.future())).isTrue();
        assertThat(asks(breaker, well())).isTrue();
    }

    /** Asks until the breaker lets it pass. */
    private static void awaitTry(LaneBreaker breaker, Future<byte[]> answer) {
        while (!asks(breaker, answer)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void countsWhatIsThrownBeforeAnythingWasAsked() {
        LaneBreaker breaker = breaker(Duration.ofHours(1));

        for (int call = 0; call < CALLS; call++) {
            Future<byte[]> failed = breaker.pass(() -> {
                throw new IllegalStateException("no such address");
            });
            assertThat(failed.cause()).isInstanceOf(IllegalStateException.class);
        }

        assertThat(asks(breaker, well())).isFalse();
    }
}
