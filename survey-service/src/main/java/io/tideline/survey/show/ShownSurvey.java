package io.tideline.survey.show;

import io.tideline.survey.survey.Question;
import io.tideline.survey.survey.Target;
import io.vertx.core.json.JsonArray;
import org.jspecify.annotations.Nullable;

/**
 * An open survey as the door finds it.
 *
 * @param target null for everywhere and everybody
 * @param contact contact rules that look at it, each {scope, days, most?}
 * @param isFull whether it has as many answers as it takes
 * @param refused whether it is not for pages of the origin that asked
 */
record ShownSurvey(
        int version, Question asked, @Nullable Target target, JsonArray contact, boolean isFull, boolean refused) {
    boolean needsCustomer() {
        return target != null && target.needsCustomer();
    }
}
