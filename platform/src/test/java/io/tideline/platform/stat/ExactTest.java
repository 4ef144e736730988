package io.tideline.platform.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactTest {

    @Test
    void hasNoRatioOverZero() {
        assertThat(Exact.ratio(5, 0)).isNull();
        assertThat(Exact.ratio(0, 0)).isNull();
        assertThat(Exact.ratio(0, 5)).isEqualByComparingTo("0");
    }

    /** In doubles {@code 1 - 17/20 > 0.15} is true; a drop of exactly 15 % must not count as more than 15 %. */
    @ParameterizedTest
    @CsvSource({"0.20, 0.172, -0.14, false", "0.20, 0.17, -0.15, false", "0.20, 0.169, -0.155, true"})
    void comparesDropsExactly(BigDecimal before, BigDecimal now, BigDecimal change, boolean beyond) {
        BigDecimal seen = Exact.relativeChange(before, now);

        assertThat(seen).isEqualByComparingTo(change);
        assertThat(seen).isNotNull().matches(value -> beyond == (value.negate().compareTo(new BigDecimal("0.15")) > 0));
    }

    @Test
    void knowsNoChangeFromNothing() {
        assertThat(Exact.relativeChange(BigDecimal.ZERO, BigDecimal.TEN)).isNull();
    }

    @Test
    void sumsWithoutRounding() {
        assertThat(Exact.sum(List.of(new BigDecimal("0.1"), new BigDecimal("0.2"))))
                .isEqualTo("0.3");
        assertThat(Exact.sum(List.of())).isEqualByComparingTo("0");
    }
}
