package io.tideline.funnel.match;

import org.eclipse.microprofile.graphql.Description;

/** How the moments of an attempt must follow one another. */
@Description("How the stages must follow one another.")
public enum StepOrder {
    @Description("In the funnel's order; anything else may happen in between.")
    ORDERED,
    @Description("In the funnel's order, with no other recorded event, tag or order of the customer in between.")
    STRICT,
    @Description(
            "In any order; the n-th step is reached with the n-th different stage. "
                    + "Refused where the funnel has optional stages, and for exclusions between two stages; `skip` changes nothing.")
    ANY_ORDER
}
