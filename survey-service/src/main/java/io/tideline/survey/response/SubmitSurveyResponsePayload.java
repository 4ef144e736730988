package io.tideline.survey.response;

import io.tideline.platform.graph.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("What became of the answer.")
public record SubmitSurveyResponsePayload(
        @Nullable @Description("The answer as it is stored; null where userErrors says why not.")
                SurveyResponse response,
        @NonNull @Description("What has to be put right.") List<@NonNull UserError> userErrors) {
    public SubmitSurveyResponsePayload {
        userErrors = List.copyOf(userErrors);
    }

    static SubmitSurveyResponsePayload refused(String code, String field, String message) {
        return new SubmitSurveyResponsePayload(null, List.of(new UserError(code, field, message)));
    }
}
