package io.tideline.survey.feedback;

import io.tideline.platform.graph.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("What became of the themes.")
public record SetSurveyThemesPayload(
        @NonNull @Description("Themes of the language as they hold now; none where userErrors says why.")
                List<@NonNull SurveyTheme> themes,
        @NonNull @Description("What has to be put right.") List<@NonNull UserError> userErrors) {
    public SetSurveyThemesPayload {
        themes = List.copyOf(themes);
        userErrors = List.copyOf(userErrors);
    }

    static SetSurveyThemesPayload refused(String code, String field, String message) {
        return new SetSurveyThemesPayload(List.of(), List.of(new UserError(code, field, message)));
    }
}
