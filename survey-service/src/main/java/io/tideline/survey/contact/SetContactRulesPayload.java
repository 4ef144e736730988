package io.tideline.survey.contact;

import io.tideline.platform.graph.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The contact rules as they are now.")
public record SetContactRulesPayload(
        @NonNull @Description("The rules; none where userErrors says why they were not set.")
                List<@NonNull ContactRule> rules,
        @NonNull @Description("What has to be put right.") List<@NonNull UserError> userErrors) {
    public SetContactRulesPayload {
        rules = List.copyOf(rules);
        userErrors = List.copyOf(userErrors);
    }

    static SetContactRulesPayload refused(int place, String field, String message) {
        String at = "input.rules." + place + "." + field;
        return new SetContactRulesPayload(List.of(), List.of(new UserError("INVALID", at, message)));
    }
}
