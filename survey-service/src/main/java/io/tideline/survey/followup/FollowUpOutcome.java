package io.tideline.survey.followup;

import org.eclipse.microprofile.graphql.Description;

@Description("What came of seeing to a customer.")
public enum FollowUpOutcome {
    @Description("The customer is content again.")
    RECOVERED,
    @Description("The customer could not be won over.")
    NOT_RECOVERED,
    @Description("The customer could not be reached.")
    NOT_REACHED,
    @Description("There was nothing to put right.")
    FALSE_ALARM
}
