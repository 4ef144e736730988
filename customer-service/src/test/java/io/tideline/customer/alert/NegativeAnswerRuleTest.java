package io.tideline.customer.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NegativeAnswerRuleTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "negative.csv", useHeadersInDisplayName = true)
    void judgesAnAnswerByItsScale(String name, String type, int score, @Nullable AlertSeverity severity) {
        assertThat(NegativeAnswerRule.judge(type, score).orElse(null)).as(name).isEqualTo(severity);
    }

    @Test
    void holdsWhatWasSaidLongBeforeItWasKnownForHistory() {
        Instant known = Instant.parse("2026-06-30T12:00:00Z");

        assertThat(NegativeAnswerRule.isRecent(known, known)).isTrue();
        assertThat(NegativeAnswerRule.isRecent(Instant.parse("2026-05-31T12:00:00Z"), known))
                .isTrue();
        assertThat(NegativeAnswerRule.isRecent(Instant.parse("2026-05-31T11:59:59.999999Z"), known))
                .isFalse();
    }
}
