package io.tideline.platform.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarTest {

    @Test
    void writesDecimalsWithoutExponent() {
        assertThat(new Decimal(new BigDecimal("1E+3")).stringValueForSerialization())
                .isEqualTo("1000");
        assertThat(new Decimal("-0.10").stringValueForSerialization()).isEqualTo("-0.10");
        assertThat(Decimal.of(7)).isEqualTo(new Decimal("7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1e999999999", "1,5", "NaN", ".5", "0x1", " 1"})
    void refusesWhatIsNoPlainDecimal(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Decimal(text));
    }

    @Test
    void knowsZonesAndCurrencies() {
        assertThat(new TimeZone("Africa/Cairo").stringValueForSerialization()).isEqualTo("Africa/Cairo");
        assertThat(new CurrencyCode("KWD").stringValueForSerialization()).isEqualTo("KWD");
        assertThatThrownBy(() -> new TimeZone("Mars/Base")).isInstanceOf(DateTimeException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> new CurrencyCode("euro"));
    }

    @Test
    void saysWhereScalarsAreSpecified() {
        String sdl = "\"An amount.\"\nscalar Decimal\n\nscalar FieldSet\n";

        assertThat(ScalarUrls.mark(sdl))
                .isEqualTo("\"An amount.\"\nscalar Decimal @specifiedBy(url: \"" + ScalarUrls.BY_NAME.get("Decimal")
                        + "\")\n\nscalar FieldSet\n");
        assertThat(ScalarUrls.mark(ScalarUrls.mark(sdl))).isEqualTo(ScalarUrls.mark(sdl));
    }
}
