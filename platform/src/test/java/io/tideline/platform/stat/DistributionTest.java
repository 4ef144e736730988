package io.tideline.platform.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionTest {
    private static final double[] HOURS = {1, 2, 4, 30};

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "0.25, 1.75, 1", "0.5, 3, 2", "0.75, 10.5, 4", "0.9, 22.2, 30", "1, 30, 30"})
    void interpolatesOrPicksAPercentile(double p, double continuous, double discrete) {
        assertThat(Percentiles.continuous(HOURS, p)).isCloseTo(continuous, within(1e-9));
        assertThat(Percentiles.discrete(HOURS, p)).isEqualTo(discrete);
    }

    @Test
    void hasNoPercentileOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Percentiles.continuous(new double[0], 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Percentiles.discrete(HOURS, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Percentiles.discrete(HOURS, Double.NaN));
    }

    @Test
    void expectsWhatPendingEntriesWillStillDo() {
        KaplanMeier waiting = KaplanMeier.of(new double[] {1, 2, 5, 7}, new double[] {3, 5, 6, 7, 7, 7});

        assertThat(waiting.reached(7)).isCloseTo(0.485714, within(5e-7));
        assertThat(waiting.reached(0.999)).isZero();
        assertThat(waiting.reached(1)).isCloseTo(0.1, within(1e-12));
        assertThat(waiting.reached(4)).isCloseTo(0.2, within(1e-12));
        assertThat(waiting.interval(7).low()).isBetween(0.0, waiting.reached(7));
        assertThat(waiting.interval(7).high()).isBetween(waiting.reached(7), 1.0);
    }

    @Test
    void reachesEverybodyWhenNobodyIsCensored() {
        KaplanMeier all = KaplanMeier.of(new double[] {1, 1, 2}, new double[0]);

        assertThat(all.reached(1)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(all.reached(2)).isEqualTo(1);
        assertThat(all.interval(2)).isEqualTo(new Interval95(1, 1, IntervalMethod.GREENWOOD));
        assertThat(KaplanMeier.of(new double[0], HOURS).reached(99)).isZero();
        assertThat(KaplanMeier.ofMany(new double[] {1, 2}, new double[] {1.5}, 2)
                        .reached(2))
                .isEqualTo(KaplanMeier.of(new double[] {2, 1}, new double[] {9, 1.5, 9})
                        .reached(2));
    }

    @Test
    void boundsAMean() {
        Mean mean = Mean.of(HOURS);

        assertThat(mean.value()).isEqualTo(9.25);
        assertThat(mean.deviation()).isCloseTo(13.889444, within(5e-7));
        assertThat(mean.interval().low()).isCloseTo(-12.851206, within(5e-7));
        assertThat(mean.interval().high()).isCloseTo(31.351206, within(5e-7));
        assertThat(Mean.of(new double[] {5}).interval().high()).isInfinite();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 12.706205",
        "2, 4.302653",
        "3, 3.182446",
        "4, 2.776445",
        "5, 2.570582",
        "10, 2.228139",
        "30, 2.042272",
        "60, 2.000298",
        "61, 1.999624",
        "100, 1.983972",
        "1000, 1.962339"
    })
    void knowsStudentsTable(long freedom, double quantile) {
        assertThat(StudentT.quantile975(freedom)).isCloseTo(quantile, within(1e-6));
    }

    @Test
    void keepsTheMeanOfManyEqualValuesExact() {
        Mean mean = Mean.of(DoubleStream.generate(() -> 0.1).limit(1_000).toArray());

        assertThat(mean.value()).isEqualTo(0.1);
        assertThat(mean.deviation()).isZero();
    }
}
