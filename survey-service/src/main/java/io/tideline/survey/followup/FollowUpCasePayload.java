package io.tideline.survey.followup;

import io.tideline.platform.graph.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("What became of a follow-up.")
public record FollowUpCasePayload(
        @Nullable @Description("The follow-up as it is now; null where the caller does not see it.")
                FollowUpCase followUp,
        @NonNull @Description("What has to be put right.") List<@NonNull UserError> userErrors) {
    public FollowUpCasePayload {
        userErrors = List.copyOf(userErrors);
    }
}
