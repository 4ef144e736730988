package io.tideline.survey.feedback;

import io.tideline.platform.graph.UserError;
import io.tideline.survey.score.SurveyComment;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("What became of the correction.")
public record CorrectSentimentPayload(
        @Nullable @Description("The comment or text as it is now; null where userErrors says why not.")
                SurveyComment comment,
        @NonNull @Description("What has to be put right.") List<@NonNull UserError> userErrors) {
    public CorrectSentimentPayload {
        userErrors = List.copyOf(userErrors);
    }
}
