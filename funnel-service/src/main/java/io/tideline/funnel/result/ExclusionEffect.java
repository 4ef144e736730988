package io.tideline.funnel.result;

import org.eclipse.microprofile.graphql.Description;

/** What an exclusion does. */
@Description("What an excluded event does to an attempt that it falls into.")
public enum ExclusionEffect {
    @Description("The attempt ends there; the customer may enter again.")
    END_ATTEMPT,
    @Description("The customer counts nowhere in the funnel of the period.")
    DROP_CUSTOMER
}
