package io.tideline.survey.score;

import io.tideline.survey.survey.SurveyType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is judged by itself when scores of a few are hidden, because it has a total of its own.
 *
 * @param type of survey whose answers are counted; null for the others
 * @param name of the type, of what happened to copies, or {@code COMMENTS}
 */
record Figure(@Nullable SurveyType type, String name) {
    static final Figure COMMENTS = new Figure(null, "COMMENTS");

    /** All of them but comments, which are counted apart. */
    static final List<Figure> SCORES = scores();

    private static List<Figure> scores() {
        List<Figure> figures = new ArrayList<>();
        for (SurveyType type : SurveyType.values()) {
            figures.add(new Figure(type, type.text()));
        }
        for (String kind : List.of("SENT", "SHOWN", "STARTED")) {
            figures.add(new Figure(null, kind));
        }
        return List.copyOf(figures);
    }
}
