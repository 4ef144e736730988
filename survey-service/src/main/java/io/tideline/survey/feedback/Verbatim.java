package io.tideline.survey.feedback;

import java.util.List;
import java.util.UUID;

/**
 * Names something that somebody wrote with an answer.
 *
 * @param question key of the text question that it answers; {@link #COMMENT} for the comment beside the score
 */
record Verbatim(UUID response, String question) {
    /** No question has this key: keys are not empty. */
    static final String COMMENT = "";

    static UUID[] responses(List<Verbatim> verbatims) {
        return verbatims.stream().map(Verbatim::response).toArray(UUID[]::new);
    }

    static String[] questions(List<Verbatim> verbatims) {
        return verbatims.stream().map(Verbatim::question).toArray(String[]::new);
    }
}
