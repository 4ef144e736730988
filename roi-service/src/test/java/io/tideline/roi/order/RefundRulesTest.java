package io.tideline.roi.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RefundRulesTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "refunds.csv", numLinesToSkip = 1)
    void tellsRefundsFromOrders(
            String name, BigDecimal amount, @Nullable String refundOf, boolean refund, BigDecimal signed) {
        assertThat(RefundRules.isRefund(amount, refundOf)).isEqualTo(refund);
        assertThat(RefundRules.signed(amount, refund)).isEqualByComparingTo(signed);
    }
}
