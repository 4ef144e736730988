package io.tideline.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "decimals.csv", numLinesToSkip = 1, quoteCharacter = '"')
    void readsNumbersAsFilesWriteThem(String name, String mark, String text, @Nullable String expected) {
        Decimals decimals = mark.equals("comma") ? Decimals.withComma() : Decimals.withPoint();

        if (expected == null) {
            assertThatThrownBy(() -> decimals.number(text))
                    .as(name)
                    .isInstanceOf(NumberFormatException.class)
                    .hasMessageContaining("decimal " + mark);
        } else {
            assertThat(decimals.number(text)).as(name).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "957,58 22,37|true",
                "1.234,56|true",
                "957.58 22.37|false",
                "1,234.56|false",
                "1,234 7|false",
                "12 7|false",
                "957,58 22.37|false"
            })
    void seesADecimalCommaOnlyWhereNoOtherReadingIsPossible(String sample, boolean expected) {
        assertThat(Decimals.seenIn(List.of(sample.split(" "))).isComma()).isEqualTo(expected);
    }
}
