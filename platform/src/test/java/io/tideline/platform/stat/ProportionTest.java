package io.tideline.platform.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
    private static final Offset<Double> SIX_DECIMALS = within(5e-7);

    @ParameterizedTest
    @CsvFileSource(resources = "wilson.csv", numLinesToSkip = 1)
    void boundsOneShare(long successes, long n, double low, double high) {
        Interval95 interval = Proportion.wilson(successes, n);

        assertThat(interval.low()).isCloseTo(low, SIX_DECIMALS);
        assertThat(interval.high()).isCloseTo(high, SIX_DECIMALS);
        assertThat(interval.method()).isEqualTo(IntervalMethod.WILSON);
    }

    @Test
    void comparesAGroupWithTheRest() {
        Proportion.Test test = Proportion.zTest(30, 200, 90, 1000);
        Interval95 difference = Proportion.newcombe(30, 200, 90, 1000);

        assertThat(test.z()).isCloseTo(2.581989, SIX_DECIMALS);
        assertThat(test.p()).isCloseTo(0.009823, SIX_DECIMALS);
        assertThat(Proportion.fisher(30, 200, 90, 1000)).isCloseTo(0.013715, SIX_DECIMALS);
        assertThat(difference.low()).isCloseTo(0.012974, SIX_DECIMALS);
        assertThat(difference.high()).isCloseTo(0.118351, SIX_DECIMALS);
        assertThat(Proportion.hypergeometric(1200, 120, 200, 30)).isCloseTo(0.009140, SIX_DECIMALS);
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 0, 20", "10, 10, 20, 20"})
    void seesNoDifferenceWhereNothingVaries(long s1, long n1, long s2, long n2) {
        assertThat(Proportion.zTest(s1, n1, s2, n2)).isEqualTo(new Proportion.Test(0, 1));
        assertThat(Proportion.fisher(s1, n1, s2, n2)).isCloseTo(1, SIX_DECIMALS);
    }

    @ParameterizedTest
    @CsvSource({
        "1.959963984540054, 0.05",
        "0, 1",
        "1, 0.317310507863",
        "3, 0.002699796063",
        "-2.5, 0.012419330652",
        "6, 1.973175e-9"
    })
    void givesTheTwoSidedTailOfTheNormal(double z, double p) {
        assertThat(Normal.twoSided(z)).isCloseTo(p, within(p * 1e-6 + 1e-12));
    }

    @Test
    void agreesWithACountedUrn() {
        // 5 of 10 drawn, 4 successes in the urn: P(X=0)=6/252, 1: 60, 2: 120, 3: 60, 4: 6
        assertThat(Proportion.hypergeometric(10, 4, 5, 4)).isCloseTo(1 - 246 / 252.0, within(1e-12));
        assertThat(Proportion.fisher(4, 5, 0, 5)).isCloseTo(12 / 252.0, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 4", "-1, 4"})
    void refusesWhatIsNoShare(long successes, long n) {
        assertThatIllegalArgumentException().isThrownBy(() -> Proportion.wilson(successes, n));
    }
}
