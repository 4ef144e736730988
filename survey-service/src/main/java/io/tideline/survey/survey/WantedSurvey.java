package io.tideline.survey.survey;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody wants a survey to be; what is null stays as it is, or is as usual where the survey is new. */
public record WantedSurvey(
        String key,
        SurveyType type,
        @Nullable String title,
        @Nullable String question,
        @Nullable String language,
        @Nullable SurveyDesign design) {

    /** A survey whose design stays as it is. */
    public WantedSurvey(
            String key, SurveyType type, @Nullable String title, @Nullable String question, @Nullable String language) {
        this(key, type, title, question, language, null);
    }

    /** Longest key, in characters. */
    public static final int LONGEST_KEY = 200;

    private static final String USUAL_LANGUAGE = "en";

    Question asNew() {
        return new Question(
                type,
                Objects.requireNonNullElse(title, key),
                Objects.requireNonNullElse(question, type.usualQuestion()),
                Objects.requireNonNullElse(language, USUAL_LANGUAGE),
                Objects.requireNonNullElse(design, SurveyDesign.NONE));
    }

    /** A survey that changes its type and names no wording gets the usual one: the old wording fits the old scale only. */
    Question asChangeOf(Question known) {
        String wording = known.type() == type ? known.text() : type.usualQuestion();
        return new Question(
                type,
                Objects.requireNonNullElse(title, known.title()),
                Objects.requireNonNullElse(question, wording),
                Objects.requireNonNullElse(language, known.language()),
                Objects.requireNonNullElse(design, known.design()));
    }
}
