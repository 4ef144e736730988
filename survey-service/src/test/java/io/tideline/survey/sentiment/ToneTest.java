package io.tideline.survey.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToneTest {
    @ParameterizedTest
    @CsvSource({
        "wunderbar,DE,super,DE",
        "nicht schlecht,DE,not bad,EN",
        "que asco,ES,che schifo,IT",
        "j'adore,FR,adoro,PT",
        "😍,DE,❤,AR",
        "très lent mais sympa,FR,muy lento pero simpatico gracias,ES",
    })
    void saysTheSameInEveryLanguage(String one, TextLanguage language, String other, TextLanguage otherLanguage) {
        assertThat(Tone.of(one, false, language)).isEqualTo(Tone.of(other, false, otherLanguage));
    }

    @ParameterizedTest
    @CsvSource({
        "gut,nicht gut",
        "gut,gut!",
        "gut,gut aber schlecht",
        "gut,gut :)",
        "gut,gut 😍😍",
        "gut,schlecht",
        "gut,tisch"
    })
    void tellsApart(String one, String other) {
        assertThat(Tone.of(one, false, TextLanguage.DE)).isNotEqualTo(Tone.of(other, false, TextLanguage.DE));
    }

    @Test
    void saysWhetherAnAddressStoodThere() {
        assertThat(Tone.of("gut", true, TextLanguage.DE)).isNotEqualTo(Tone.of("gut", false, TextLanguage.DE));
    }

    @Test
    void takesTheLongestStemAndWhatStandsBehindAnElision() {
        Words french = Words.of(TextLanguage.FR).orElseThrow();

        assertThat(french.sign("l'amour")).isEqualTo(1);
        assertThat(french.sign("d’horreur")).isEqualTo(-1);
        assertThat(french.sign("déceptions")).isEqualTo(-1);
        assertThat(french.sign("table")).isZero();
    }
}
