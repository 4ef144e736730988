package io.tideline.survey.followup;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("AssignFollowUpCaseInput")
@Description("Who is to own a follow-up.")
public record AssignFollowUpCaseInput(
        @NonNull @Id @Description("Global id of the follow-up.") String followUp,
        @NonNull @Id @Description("Global id of the agent; leads name one of their team.") String agent,
        @Nullable @Description("Not needed: assigning twice changes nothing.") String idempotencyKey) {}
