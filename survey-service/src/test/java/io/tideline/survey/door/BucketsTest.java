package io.tideline.survey.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BucketsTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aBurstIsTakenAndThenTheRateHolds() {
        Buckets buckets = new Buckets(2, 3);

        assertThat(buckets.take("a", 0)).isZero();
        assertThat(buckets.take("a", 0)).isZero();
        assertThat(buckets.take("a", 0)).isZero();
        assertThat(buckets.take("a", 0)).isCloseTo(0.5, within(1e-9));
        assertThat(buckets.take("a", SECOND / 2)).isZero();
        assertThat(buckets.take("a", SECOND / 2)).isPositive();
        assertThat(buckets.take("b", SECOND / 2)).isZero();
    }

    @Test
    void aClockThatGoesBackGivesNothingAway() {
        Buckets buckets = new Buckets(1, 1);

        assertThat(buckets.take("a", 10 * SECOND)).isZero();
        assertThat(buckets.take("a", 0)).isPositive();
    }

    @Test
    void memoryHasABound() {
        Buckets buckets = new Buckets(0.001, 5);

        for (int client = 0; client < 150_000; client++) {
            buckets.take("client " + client, 0);
        }

        assertThat(buckets.kept()).isLessThanOrEqualTo(100_001);
    }
}
