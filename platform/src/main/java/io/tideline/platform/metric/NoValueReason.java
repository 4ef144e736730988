package io.tideline.platform.metric;

import org.eclipse.microprofile.graphql.Description;

/** Why a measure has no value. */
@Description("Why a measure has no value.")
public enum NoValueReason {
    @Description("Nothing was recorded that the metric could look at.")
    NO_DATA,
    @Description("The denominator is zero.")
    NO_DENOMINATOR,
    @Description("The estimate did not converge.")
    NOT_CONVERGED,
    @Description("Too few cases to say anything, or to protect people.")
    TOO_FEW,
    @Description("The cases are too young to be judged.")
    IMMATURE
}
