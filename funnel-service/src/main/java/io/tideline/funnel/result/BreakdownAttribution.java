package io.tideline.funnel.result;

import org.eclipse.microprofile.graphql.Description;

/** Which value of a dimension puts an attempt into a group. */
@Description("Which value of a dimension puts an attempt into a group.")
public enum BreakdownAttribution {
    @Description("The value the customer has now.")
    CURRENT
}
