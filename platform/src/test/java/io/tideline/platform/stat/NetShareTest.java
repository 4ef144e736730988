package io.tideline.platform.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetShareTest {

    @ParameterizedTest
    @CsvSource({"12, 5, 3, 45.0,  12.57, 77.43,  8.43,   69.83", "1,  0, 0, 100.0, 100,   100,    -48.50, 98.50"})
    void boundsANetScore(
            long favour,
            long neutral,
            long against,
            double points,
            double low,
            double high,
            double adjustedLow,
            double adjustedHigh) {
        NetShare share = NetShare.of(favour, neutral, against);
        Interval95 wald = share.wald().times(100);
        Interval95 adjusted = NetShare.adjusted(favour, neutral, against).times(100);

        assertThat(share.value() * 100).isCloseTo(points, within(1e-9));
        assertThat(wald.low()).isCloseTo(low, within(0.005));
        assertThat(wald.high()).isCloseTo(high, within(0.005));
        assertThat(adjusted.low()).isCloseTo(adjustedLow, within(0.005));
        assertThat(adjusted.high()).isCloseTo(adjustedHigh, within(0.005));
    }

    @Test
    void tellsAChangeFromChance() {
        Proportion.Test test = NetShare.of(60, 30, 30).compare(NetShare.of(50, 30, 40));

        assertThat(test.z()).isCloseTo(1.5265, within(5e-5));
        assertThat(test.p()).isCloseTo(0.1269, within(5e-5));
        assertThat(NetShare.of(12, 5, 3).standardError() * 100).isCloseTo(16.5454, within(5e-5));
    }

    @Test
    void comparesUnanimousGroups() {
        assertThat(NetShare.of(3, 0, 0).compare(NetShare.of(9, 0, 0))).isEqualTo(new Proportion.Test(0, 1));
        assertThat(NetShare.of(3, 0, 0).compare(NetShare.of(0, 0, 9)).p()).isZero();
    }

    @Test
    void needsAnAnswer() {
        assertThatIllegalArgumentException().isThrownBy(() -> NetShare.of(0, 0, 0));
    }
}
