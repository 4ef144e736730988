package io.tideline.survey.response;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the one statement says about an answer.
 *
 * @param response id of the stored answer; null where the verdict is not GOOD, or another answer stands under the same key
 * @param changed whether this post brought anything that was not stored yet
 */
record Submitted(Verdict verdict, int lowest, int highest, @Nullable UUID response, boolean changed) {

    /** How the survey judged the answer. */
    enum Verdict {
        GOOD,
        CLOSED,
        ORIGIN_REFUSED,
        NO_SUCH_VERSION,
        OUT_OF_SCALE,
        SCORE_MISSING,
        /** The link was used up. */
        ANSWERED_BEFORE
    }
}
