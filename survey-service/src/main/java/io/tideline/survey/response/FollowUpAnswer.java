package io.tideline.survey.response;

import io.tideline.platform.graph.Cost;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("What somebody said to a follow-up question.")
@Cost(weight = 0)
public record FollowUpAnswer(
        @NonNull @Description("Key of the question.") String question,
        @NonNull @Description("Keys of the options chosen, the text written, or true or false.")
                List<@NonNull String> chosen) {
    public FollowUpAnswer {
        chosen = List.copyOf(chosen);
    }
}
