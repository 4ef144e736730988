package io.tideline.survey.followup;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("CloseFollowUpCaseInput")
@Description("What came of a follow-up.")
public record CloseFollowUpCaseInput(
        @NonNull @Id @Description("Global id of the follow-up.") String followUp,
        @NonNull @Description("What came of it.") FollowUpOutcome outcome,
        @Nullable @Description("What there is to say of it, up to 4000 characters.") String note,
        @Nullable @Description("Not needed: closing twice with the same outcome changes nothing.")
                String idempotencyKey) {}
