package io.tideline.survey.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpinionsTest {
    private final Opinions opinions = new Opinions(SentimentModel.shipped());

    @ParameterizedTest
    @CsvFileSource(resources = "opinions.csv", delimiter = '|', numLinesToSkip = 1)
    void readsTextsAsPeopleMeanThem(String text, String language, Feeling feeling, boolean mixed) {
        Opinion opinion = opinions.of(text, null).orElseThrow();

        assertThat(opinion.language().tag()).isEqualTo(language);
        assertThat(opinion.feeling()).isEqualTo(feeling);
        assertThat(opinion.mixed()).isEqualTo(mixed);
        assertThat(opinion.confidence()).isBetween(0.0, 1.0);
    }

    @Test
    void feelsEachClauseByItself() {
        Map<String, Feeling> parts = opinions.of("你们的客服不差,但退款太慢", "zh").orElseThrow().parts().stream()
                .collect(Collectors.toMap(Opinion.Part::text, Opinion.Part::feeling));

        assertThat(parts).isEqualTo(Map.of("你们的客服不差", Feeling.POSITIVE, "退款太慢", Feeling.NEGATIVE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "とても良いサービスです", "서비스가 좋아요", "Очень плохо"})
    void saysNothingOfWhatItCannotRead(String text) {
        assertThat(opinions.of(text, null)).isEmpty();
    }

    @Test
    void takesWordsThatOnlyLookLikeFeelingForNone() {
        Words words = Words.of(TextLanguage.ZH).orElseThrow();

        assertThat(words.side("快递昨天到的", true)).isEmpty();
        assertThat(words.side("差不多", true)).isEmpty();
        assertThat(words.side("不是很好", true)).contains(new Words.Side(Feeling.NEGATIVE, false));
        assertThat(words.side("不差", true)).contains(new Words.Side(Feeling.POSITIVE, true));
    }
}
