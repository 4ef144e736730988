package io.tideline.funnel.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.platform.error.AppException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is collected of customers is bounded, and nothing of it is lost where lanes are added up. */
class TallyRoomTest {
    @Test
    void addsUpWhatLanesCollected() {
        Room room = Room.usual();
        Samples all = new Samples(room);
        double expected = 0;
        for (int lane = 1; lane <= 3; lane++) {
            Samples some = new Samples(room);
            for (int at = 0; at < lane * 5_000; at++) {
                some.add(at);
                expected += at;
            }
            all.addAll(some);
            assertThat(some.size()).isZero();
        }
        all.add(0.5);

        assertThat(all.size()).isEqualTo(30_001);
        assertThat(Arrays.stream(all.drained()).sum()).isEqualTo(expected + 0.5);
        assertThat(all.drained()).isEmpty();
    }

    @Test
    void countsCustomersOnceWhoMadeSeveralAttempts() {
        Leavers leavers = new Leavers(Room.usual());
        UUID both = new UUID(0, 1);
        leavers.add(both, false);
        leavers.add(both, true);
        leavers.add(both, false);
        leavers.add(new UUID(0, 2), true);

        assertThat(leavers.count(false)).isEqualTo(1);
        assertThat(leavers.count(true)).isEqualTo(2);
        assertThat(leavers.customers(true).distinct()).hasSize(2);
    }

    @Test
    void refusesWhatDoesNotFit() {
        CustomerList customers = new CustomerList(new Room(1_000));

        assertThatThrownBy(() -> IntStream.range(0, 100).forEach(at -> customers.append(new UUID(at, at))))
                .isInstanceOfSatisfying(AppException.class, refused -> assertThat(refused.getExtensions())
                        .containsEntry("code", "BAD_USER_INPUT")
                        .containsEntry("field", "period"));
        assertThat(customers.size()).isBetween(1, 62);
    }
}
