package io.tideline.survey.score;

import io.tideline.platform.stat.Exact;
import io.tideline.platform.stat.Interval95;
import io.tideline.platform.stat.Proportion;
import io.tideline.survey.survey.SurveyType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Share of the answers that fall into the box of good scores, 0 to 1, with its Wilson interval. Empty when nobody answered.
 * <pre>share = answers in the box / answers</pre>
 * The box of satisfaction grows with the scale: the top score of 3, the top two of 4 to 7, the top three of 10. Of agreement that it was easy the box
 * is 5 to 7; of effort on 1 to 7 it is 1 to 3.
 */
public record BoxScoring(long inside, long answers) {
    private static final int THREE_STEPS = 3;
    private static final int SEVEN_STEPS = 7;
    private static final int LOWEST_AGREEMENT = 5;
    private static final int HIGHEST_LOW_EFFORT = 3;

    public static BoxScoring of(ScoreCounts counts, SurveyType type) {
        return new BoxScoring(counts.answers(type, score -> isInside(type, score)), counts.answers(type));
    }

    static boolean isInside(SurveyType type, int score) {
        return switch (type) {
            case CES_AGREE_7 -> score >= LOWEST_AGREEMENT;
            case CES_EFFORT_7, CES_EFFORT_10 -> score <= HIGHEST_LOW_EFFORT;
            case CSAT_3, CSAT_5, CSAT_7, CSAT_10 -> score > type.highest() - topBox(type.steps());
            case NPS_0_10, NPS_1_10 -> NpsScoring.isPromoter(score);
        };
    }

    /** How many of the highest scores are satisfied answers on a scale of this many steps. */
    static int topBox(int steps) {
        if (steps <= THREE_STEPS) {
            return 1;
        }
        return steps <= SEVEN_STEPS ? 2 : THREE_STEPS;
    }

    public @Nullable BigDecimal share() {
        return Exact.ratio(inside, answers);
    }

    public Interval95 interval() {
        return Proportion.wilson(inside, answers);
    }
}
