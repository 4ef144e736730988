package io.tideline.funnel.result;

import org.eclipse.microprofile.graphql.Description;

/** Which value of a dimension puts an attempt into a group. */
@Description("Which value of a dimension puts an attempt into a group.")
public enum BreakdownAttribution {
    @Description(
            "Agent and team as they were when the funnel was entered; of the other dimensions the value the customer has now.")
    AT_ENTRY,
    @Description("The value the customer has now.")
    CURRENT
}
