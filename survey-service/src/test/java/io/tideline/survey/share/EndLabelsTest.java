package io.tideline.survey.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.survey.survey.SurveyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of e-mails are those of the widget. */
class EndLabelsTest {
    private static final Path TEXTS =
            Path.of(System.getProperty("tideline.root", "..")).resolve("web/widget/src/texts");
    private static final Map<String, String> NAMES =
            Map.of("nps", "likely", "csat", "satisfied", "ces2", "agree", "ces", "effort");

    @ParameterizedTest
    @EnumSource(SurveyType.class)
    void sayWhatTheWidgetSays(SurveyType type) throws IOException {
        String name = NAMES.get(type.text().split("\\.", 2)[0]);
        try (var files = Files.newDirectoryStream(TEXTS, file -> !file.endsWith("index.js"))) {
            for (Path file : files) {
                String language = file.getFileName().toString().replace(".js", "");
                var said = Pattern.compile("^  " + name + ": \\['(.*)', '(.*)'\\],$", Pattern.MULTILINE)
                        .matcher(Files.readString(file));
                assertThat(said.find()).as(language).isTrue();
                assertThat(EndLabels.of(type, language))
                        .isEqualTo(new EndLabels(language, said.group(1), said.group(2)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-TW,非常滿意,zh-TW", "zh-Hans-TW,非常满意,zh-Hans-TW", "de-AT,Sehr zufrieden,de-AT", "fi,Very satisfied,en"})
    void areEnglishWhereALanguageHasNone(String language, String highest, String said) {
        assertThat(EndLabels.of(SurveyType.CSAT_5, language))
                .extracting(EndLabels::highest, EndLabels::language)
                .containsExactly(highest, said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "he", "fa", "ckb", "SYR", "arc", "az-Arab", "yi"})
    void readFromTheRight(String language) {
        assertThat(EndLabels.direction(language)).isEqualTo("rtl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "az-Latn", "art-x", "hei"})
    void readFromTheLeft(String language) {
        assertThat(EndLabels.direction(language)).isEqualTo("ltr");
    }
}
