package io.tideline.funnel.result;

import org.eclipse.microprofile.graphql.Description;

/** What an exclusion does. */
@Description("What an excluded event does to an attempt that it falls into.")
public enum ExclusionEffect {
    @Description("The attempt ends there; the customer may enter again.")
    END_ATTEMPT,
    @Description(
            "The customer counts nowhere in the funnel of the period. Where customers are counted, FIRST_ENTRY, BEST_ENTRY and EARLIEST_LONGEST look no further "
                    + "than the conversion that counts, so nothing after it drops its customer; in the funnel's order NEAREST, EACH_ATTEMPT and whatever counts attempts "
                    + "look at all of them, and one that is dropped takes earlier conversions with it.")
    DROP_CUSTOMER
}
