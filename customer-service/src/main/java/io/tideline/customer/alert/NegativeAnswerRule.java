package io.tideline.customer.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * When an answer to a survey is bad enough that somebody should see to the customer.
 * <pre>
 * rank     = steps of the scale from its worst end, from 1       steps: scores the scale has
 * NPS      score <= 6                                            detractors
 * CSAT     rank <= 2/5 * steps                                   bottom two of five
 * CES      rank <  (steps + 1) / 2                               the bad side of the middle
 * HIGH     rank <= 1/5 * steps, and rank 1 in any case
 * </pre>
 * What was said more than {@link #RECENT} before it was known is history and raises nothing: an import of old answers would call for a thousand
 * customers at once. Answers of a type that is not known here raise nothing either.
 * <p>Source of the detractors: F. Reichheld, "The One Number You Need to Grow", HBR 12/2003.
 */
final class NegativeAnswerRule {
    static final String KEY = "answer.negative";

    static final Duration RECENT = Duration.ofDays(30);

    private static final int BEST_DETRACTOR = 6;
    private static final int FIFTHS = 5;

    private NegativeAnswerRule() {}

    /** Types of surveys by the names that the survey service tells them by. */
    private enum Type {
        NPS_0_10("nps.0_10", 0, 10, true),
        NPS_1_10("nps.1_10", 1, 10, true),
        CSAT_3("csat.3", 1, 3, true),
        CSAT_5("csat.5", 1, 5, true),
        CSAT_7("csat.7", 1, 7, true),
        CSAT_10("csat.10", 1, 10, true),
        CES_AGREE_7("ces2.agree7", 1, 7, true),
        CES_EFFORT_7("ces.effort7", 1, 7, false),
        CES_EFFORT_10("ces.effort10", 1, 10, false);

        private final String text;
        private final int lowest;
        private final int highest;
        private final boolean higherIsBetter;

        Type(String text, int lowest, int highest, boolean higherIsBetter) {
            this.text = text;
            this.lowest = lowest;
            this.highest = highest;
            this.higherIsBetter = higherIsBetter;
        }

        boolean holds(int score) {
            return score >= lowest && score <= highest;
        }

        int steps() {
            return highest - lowest + 1;
        }

        int rank(int score) {
            return higherIsBetter ? score - lowest + 1 : highest - score + 1;
        }

        boolean isNegative(int score) {
            return switch (this) {
                case NPS_0_10, NPS_1_10 -> score <= BEST_DETRACTOR;
                case CSAT_3, CSAT_5, CSAT_7, CSAT_10 -> FIFTHS * rank(score) <= 2 * steps();
                case CES_AGREE_7, CES_EFFORT_7, CES_EFFORT_10 -> 2 * rank(score) < steps() + 1;
            };
        }
    }

    /** How severe the answer is; empty where it is none to alert about. */
    static Optional<AlertSeverity> judge(String type, int score) {
        return Arrays.stream(Type.values())
                .filter(known -> known.text.equals(type) && known.holds(score) && known.isNegative(score))
                .findFirst()
                .map(known -> isWorst(known, score) ? AlertSeverity.HIGH : AlertSeverity.ORDINARY);
    }

    static boolean isRecent(Instant answeredAt, Instant knownAt) {
        return !answeredAt.isBefore(knownAt.minus(RECENT));
    }

    private static boolean isWorst(Type type, int score) {
        return type.rank(score) == 1 || FIFTHS * type.rank(score) <= type.steps();
    }
}
