package io.tideline.survey.link;

import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("MintSurveyLinksInput")
@Description("Links to make, one a customer.")
public record MintSurveyLinksInput(
        @NonNull @Id @Description("Global id of the survey.") String survey,
        @NonNull @Id @Description("Global ids of the customers, at most 1000.") List<@NonNull String> customers,
        @NonNull @DefaultValue("30") @Description("Days until the links expire, 1 to 400.") Integer validDays,
        @NonNull
                @DefaultValue("false")
                @Description("Whether customers get a link whom the contact rules say not to ask now.")
                Boolean ignoreContactRules,
        @Nullable @Description("Not needed: links are not stored, and those made before stay good.")
                String idempotencyKey) {
    public MintSurveyLinksInput {
        customers = List.copyOf(customers);
    }
}
