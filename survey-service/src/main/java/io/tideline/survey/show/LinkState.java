package io.tideline.survey.show;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * How far the one answer of a link is.
 *
 * @param response key of the answer
 * @param ended whether it is whole
 * @param score null where none is stored yet
 * @param full whether its survey has as many answers as it takes and keeps no place for this one
 */
record LinkState(String response, boolean ended, @Nullable Integer score, boolean full) {
    /** NEW, UNFINISHED: to be taken up again with its score, or FINISHED. */
    String name() {
        if (ended) {
            return "FINISHED";
        }
        return score == null ? "NEW" : "UNFINISHED";
    }

    JsonObject body() {
        JsonObject body = new JsonObject().put("response", response).put("state", name());
        return ended || score == null ? body : body.put("score", score);
    }
}
