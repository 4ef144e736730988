package io.tideline.survey.followup;

import org.eclipse.microprofile.graphql.Description;

@Description("How far a follow-up has come.")
public enum FollowUpStatus {
    @Description("Somebody is to see to the customer.")
    OPEN,
    @Description("Somebody has, and has said what came of it.")
    CLOSED
}
