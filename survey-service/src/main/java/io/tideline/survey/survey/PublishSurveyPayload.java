package io.tideline.survey.survey;

import io.tideline.platform.graph.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("What became of the survey.")
public record PublishSurveyPayload(
        @Nullable @Description("The survey as it is now; null where userErrors says why not.") Survey survey,
        @NonNull @Description("What has to be put right.") List<@NonNull UserError> userErrors) {
    public PublishSurveyPayload {
        userErrors = List.copyOf(userErrors);
    }

    static PublishSurveyPayload refused(String code, String field, String message) {
        return new PublishSurveyPayload(null, List.of(new UserError(code, field, message)));
    }
}
