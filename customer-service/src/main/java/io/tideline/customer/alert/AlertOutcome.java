package io.tideline.customer.alert;

import org.eclipse.microprofile.graphql.Description;

/** What handling an alert came to. */
@Description("What handling an alert came to.")
public enum AlertOutcome {
    @Description("The customer is content again.")
    RECOVERED,
    @Description("The customer could not be won over.")
    NOT_RECOVERED,
    @Description("There was nothing to put right.")
    FALSE_ALARM
}
