package io.tideline.survey.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TextLanguageTest {
    @ParameterizedTest
    @CsvFileSource(resources = "languages.csv", delimiter = '|', numLinesToSkip = 1)
    void knowsTheLanguageOrSaysThatItDoesNot(String text, @Nullable String said, @Nullable TextLanguage language) {
        assertThat(TextLanguage.of(text, said).orElse(null)).isEqualTo(language);
    }
}
