package io.tideline.survey.contact;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("SetContactRulesInput")
@Description("All contact rules of the organisation.")
public record SetContactRulesInput(
        @NonNull @Description("The rules, at most 100; none lets everybody be asked at any time.")
                List<@NonNull ContactRuleInput> rules,
        @Nullable @Description("Not needed: setting the same rules twice changes nothing.") String idempotencyKey) {
    public SetContactRulesInput {
        rules = List.copyOf(rules);
    }
}
