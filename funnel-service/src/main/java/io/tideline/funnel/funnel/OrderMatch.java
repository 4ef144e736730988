package io.tideline.funnel.funnel;

import org.eclipse.microprofile.graphql.Description;

/** Which orders of a customer a stage is reached by. */
@Description("Which orders of a customer reach a stage; refunds are none.")
public enum OrderMatch {
    @Description("The customer's first order of all time.")
    FIRST,
    @Description("Every order after the customer's first.")
    REPEAT,
    @Description("Every order.")
    ANY
}
