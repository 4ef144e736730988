package io.tideline.survey.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:db8:1:2:ffff::1, 20010db800010002/64",
        "2001:db8:1:3::1, 20010db800010003/64",
        "::ffff:192.0.2.7, 192.0.2.7",
        "0:0:0:0:0:0:0:1, 0000000000000000/64"
    })
    void aNetworkIsAnAddressOrAHousehold(String address, String network) {
        assertThat(ClientNetwork.of(address)).isEqualTo(network);
    }
}
