package io.tideline.survey.link;

import io.tideline.platform.graph.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Links that were made.")
public record MintSurveyLinksPayload(
        @NonNull @Description("One a customer, in the order asked.") List<@NonNull SurveyLink> links,
        @NonNull @Description("Customers who got none, in the order asked.") List<@NonNull WithheldLink> withheld,
        @NonNull @Description("What has to be put right.") List<@NonNull UserError> userErrors) {
    public MintSurveyLinksPayload {
        links = List.copyOf(links);
        withheld = List.copyOf(withheld);
        userErrors = List.copyOf(userErrors);
    }

    static MintSurveyLinksPayload refused(String code, String field, String message) {
        return new MintSurveyLinksPayload(List.of(), List.of(), List.of(new UserError(code, field, message)));
    }
}
