package io.tideline.survey.followup;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A follow-up in a list.")
public record FollowUpCaseEdge(
        @NonNull @Description("The follow-up.") FollowUpCase node,
        @NonNull @Description("Where it stands.") String cursor) {}
