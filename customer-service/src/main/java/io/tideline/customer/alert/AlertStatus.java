package io.tideline.customer.alert;

import org.eclipse.microprofile.graphql.Description;

/** How far an alert has come. */
@Description("How far an alert has come.")
public enum AlertStatus {
    @Description("Nobody has viewed it.")
    OPEN,
    @Description("Somebody has viewed it.")
    VIEWED,
    @Description("Somebody has taken it on.")
    TAKEN,
    @Description("It is done with; the same condition raises a new alert.")
    CLOSED
}
