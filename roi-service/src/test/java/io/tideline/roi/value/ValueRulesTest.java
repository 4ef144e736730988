package io.tideline.roi.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ValueRulesTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "value.csv", numLinesToSkip = 1)
    void valuesACustomerAndSetsItAgainstCost(
            String name,
            BigDecimal purchase,
            BigDecimal aYear,
            BigDecimal years,
            BigDecimal margin,
            BigDecimal cost,
            BigDecimal value,
            @Nullable BigDecimal toCost) {
        BigDecimal actual = ValueRules.simple(purchase, aYear, years, margin);

        assertThat(actual).isEqualByComparingTo(value);
        assertSame(ValueRules.toCost(actual, cost), toCost);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "payback.csv", numLinesToSkip = 1)
    void earnsTheCostBack(
            String name,
            BigDecimal cost,
            BigDecimal revenueAMonth,
            BigDecimal margin,
            BigDecimal churnAMonth,
            @Nullable BigDecimal payback,
            @Nullable BigDecimal byChurn) {
        assertSame(ValueRules.payback(cost, revenueAMonth, margin), payback);
        assertSame(ValueRules.byChurn(revenueAMonth, margin, churnAMonth), byChurn);
    }

    private static void assertSame(@Nullable BigDecimal actual, @Nullable BigDecimal expected) {
        if (expected == null) {
            assertThat(actual).isNull();
        } else {
            assertThat(actual).isEqualByComparingTo(expected);
        }
    }
}
