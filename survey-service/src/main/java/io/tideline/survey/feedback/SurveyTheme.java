package io.tideline.survey.feedback;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Something that a survey's comments are looked through for.")
public record SurveyTheme(
        @NonNull @Description("Its name.") String theme,
        @NonNull @Description("Language of the comments, as the first part of a BCP 47 tag.") String language,
        @NonNull @Description("Words that tell it, in lower case.") List<@NonNull String> keywords) {
    public SurveyTheme {
        keywords = List.copyOf(keywords);
    }

    static SurveyTheme of(Theme theme) {
        return new SurveyTheme(theme.theme(), theme.language(), theme.keywords());
    }
}
