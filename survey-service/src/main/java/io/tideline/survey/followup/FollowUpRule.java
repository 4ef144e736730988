package io.tideline.survey.followup;

import io.tideline.survey.sentiment.Feeling;
import io.tideline.survey.survey.SurveyType;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a customer is to be seen to after an answer.
 * <pre>
 * rank               steps of the scale from its worst end, from 1       steps: scores the scale has
 * DETRACTOR          NPS score &lt;= 6
 * LOW_SCORE          CSAT rank &lt;= 2/5 * steps;  CES rank &lt; (steps + 1) / 2
 * NEGATIVE_COMMENT   the comment, or a text to a question, blames: a person says so, or the weights with a confidence of {@link #SURE} at least
 * </pre>
 * The scores are those that raise alerts; the score decides before what was written does, and the worst of several texts speaks for all.
 * <p>Source of the detractors: F. Reichheld, "The One Number You Need to Grow", Harvard Business Review 12/2003.
 */
final class FollowUpRule {
    /** From its opening on; within it somebody is to see to the customer. */
    static final Duration DUE = Duration.ofHours(24);

    static final double SURE = 0.7;

    private static final int BEST_DETRACTOR = 6;
    private static final int FIFTHS = 5;

    private FollowUpRule() {}

    /** @param confidence of the feeling, 0 to 1; null where a person said it */
    static Optional<FollowUpReason> reason(
            SurveyType type, @Nullable Integer score, @Nullable Feeling feeling, @Nullable Double confidence) {
        Optional<FollowUpReason> byScore = score == null ? Optional.empty() : byScore(type, score);
        if (byScore.isPresent()) {
            return byScore;
        }
        boolean blames = feeling == Feeling.NEGATIVE && (confidence == null || confidence >= SURE);
        return blames ? Optional.of(FollowUpReason.NEGATIVE_COMMENT) : Optional.empty();
    }

    private static Optional<FollowUpReason> byScore(SurveyType type, int score) {
        int rank = type.higherIsBetter() ? score - type.lowest() + 1 : type.highest() - score + 1;
        return switch (type) {
            case NPS_0_10, NPS_1_10 -> when(score <= BEST_DETRACTOR, FollowUpReason.DETRACTOR);
            case CSAT_3, CSAT_5, CSAT_7, CSAT_10 -> when(FIFTHS * rank <= 2 * type.steps(), FollowUpReason.LOW_SCORE);
            case CES_AGREE_7, CES_EFFORT_7, CES_EFFORT_10 ->
                when(2 * rank < type.steps() + 1, FollowUpReason.LOW_SCORE);
        };
    }

    private static Optional<FollowUpReason> when(boolean met, FollowUpReason reason) {
        return met ? Optional.of(reason) : Optional.empty();
    }
}
