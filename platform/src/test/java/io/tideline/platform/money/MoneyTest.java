package io.tideline.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "1234.5,   JPY, 1234,     1234",
        "1235.5,   JPY, 1236,     1236",
        "19.995,   USD, 20.00,    2000",
        "19.985,   USD, 19.98,    1998",
        "-0.125,   USD, -0.12,    -12",
        "1.2345,   KWD, 1.234,    1234",
        "0,        EUR, 0.00,     0"
    })
    void roundsToTheMinorUnitOfItsCurrency(BigDecimal amount, String currency, BigDecimal rounded, long minor) {
        Money money = new Money(amount, currency);

        assertThat(money.rounded().amount()).isEqualTo(rounded);
        assertThat(money.minorUnits()).isEqualTo(minor);
        assertThat(Money.ofMinorUnits(minor, currency)).isEqualTo(money.rounded());
    }

    @Test
    void addsFirstAndRoundsLast() {
        Money third = new Money(new BigDecimal("0.333"), "USD");

        assertThat(Money.sum("USD", List.of(third, third, third)).rounded().amount())
                .isEqualTo("1.00");
    }

    @Test
    void keepsExactDecimals() {
        Money tenth = new Money(new BigDecimal("0.1"), "EUR");

        assertThat(tenth.plus(tenth).plus(tenth).amount()).isEqualTo("0.3");
        assertThat(tenth.minus(new Money(new BigDecimal("0.3"), "EUR")).amount())
                .isEqualTo("-0.2");
        assertThat(tenth.negated().amount()).isEqualTo("-0.1");
    }

    @Test
    void refusesAMixOfCurrencies() {
        Money euro = Money.zero("EUR");
        Money dollar = Money.zero("USD");

        assertThatIllegalArgumentException().isThrownBy(() -> euro.plus(dollar)).withMessageContaining("USD");
        assertThatIllegalArgumentException().isThrownBy(() -> Money.sum("EUR", List.of(dollar)));
    }

    @ParameterizedTest
    @CsvSource({"XYZ", "eur", "XXX"})
    void refusesWhatIsNoCurrencyOfAmounts(String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.zero(currency));
    }
}
