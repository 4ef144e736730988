package io.tideline.roi.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CostRulesTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "return.csv", numLinesToSkip = 1)
    void setsRevenueAgainstCost(
            String name,
            BigDecimal revenue,
            BigDecimal fees,
            BigDecimal hours,
            BigDecimal rate,
            BigDecimal coupons,
            @Nullable BigDecimal net,
            @Nullable BigDecimal gross) {
        BigDecimal cost =
                fees.add(Objects.requireNonNull(CostRules.labour(hours, rate))).add(coupons);

        assertSame(CostRules.roi(revenue, cost, false), net);
        assertSame(CostRules.roi(revenue, cost, true), gross);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "per_thousand.csv", numLinesToSkip = 1)
    void countsDealsPerThousandSends(String name, long deals, long sends, @Nullable BigDecimal expected) {
        assertSame(CostRules.perThousandSends(deals, sends), expected);
    }

    @Test
    void knowsNoLabourWithoutHoursAndRate() {
        assertThat(CostRules.labour(BigDecimal.TEN, null)).isNull();
        assertThat(CostRules.labour(null, BigDecimal.TEN)).isNull();
    }

    private static void assertSame(@Nullable BigDecimal actual, @Nullable BigDecimal expected) {
        if (expected == null) {
            assertThat(actual).isNull();
        } else {
            assertThat(actual).isEqualByComparingTo(expected);
        }
    }
}
