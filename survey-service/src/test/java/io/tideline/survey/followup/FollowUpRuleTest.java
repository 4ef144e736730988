package io.tideline.survey.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.survey.sentiment.Feeling;
import io.tideline.survey.survey.SurveyType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FollowUpRuleTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "reasons.csv", numLinesToSkip = 1)
    void callsForAFollowUpWhereTheAnswerIsBad(
            String name,
            String type,
            @Nullable Integer score,
            @Nullable Feeling feeling,
            @Nullable Double confidence,
            @Nullable FollowUpReason reason) {
        assertThat(FollowUpRule.reason(SurveyType.of(type).orElseThrow(), score, feeling, confidence)
                        .orElse(null))
                .isEqualTo(reason);
    }
}
