package io.tideline.survey.response;

import io.tideline.survey.survey.Survey;
import io.tideline.survey.survey.SurveyStatus;
import io.tideline.survey.survey.Target;
import java.util.List;
import java.util.Optional;
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
        /** The survey is for customers alone, and nothing proves that its giver is one. */
        UNPROVED,
        NO_SUCH_VERSION,
        OUT_OF_SCALE,
        SCORE_MISSING,
        /** The link was used up. */
        ANSWERED_BEFORE,
        /** It has to be judged with what else the survey asks; nothing was stored. */
        CHECKED,
        /** Another answer was given to a follow-up before. */
        DIFFERENT,
        /** The survey has as many answers as it takes. */
        ENOUGH
    }

    /**
     * How a survey judges an answer to its own question, in the order in which the statement of the door does.
     *
     * @param known whether a part of the answer is stored
     * @param proved whether its giver is proved to be a customer
     */
    static Verdict judge(
            Answer answer, Optional<Survey> found, boolean known, boolean proved, @Nullable String origin) {
        if (found.isEmpty()) {
            return Verdict.NO_SUCH_VERSION;
        }
        Survey survey = found.get();
        List<String> origins = survey.allowedOrigins();
        Integer score = answer.score();
        if (origin != null && origins != null && !origins.contains(origin)) {
            return Verdict.ORIGIN_REFUSED;
        }
        if (survey.status() == SurveyStatus.CLOSED && !known) {
            return Verdict.CLOSED;
        }
        Target target = survey.target();
        if (target != null && target.needsCustomer() && !proved && !known) {
            return Verdict.UNPROVED;
        }
        if (score != null && !survey.asked().type().holds(score)) {
            return Verdict.OUT_OF_SCALE;
        }
        return score == null && !known ? Verdict.SCORE_MISSING : Verdict.GOOD;
    }
}
