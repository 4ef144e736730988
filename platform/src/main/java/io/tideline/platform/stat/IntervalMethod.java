package io.tideline.platform.stat;

import org.eclipse.microprofile.graphql.Description;

/** How the two ends of a confidence interval were found. */
@Description("How the two ends of a confidence interval were found.")
public enum IntervalMethod {
    @Description("Wilson score interval of one proportion, without continuity correction (Wilson 1927).")
    WILSON,
    @Description("Difference of two proportions from their Wilson intervals (Newcombe 1998, method 10).")
    NEWCOMBE,
    @Description("Normal approximation: estimate plus or minus 1.96 standard errors.")
    WALD,
    @Description("Normal approximation after adding 3/4, 1 1/2 and 3/4 to the three groups of a net score.")
    ADJUSTED_WALD,
    @Description("Student's t interval of a mean.")
    STUDENT_T,
    @Description("Percentiles of repeated resampling.")
    BOOTSTRAP,
    @Description("Greenwood's variance of a Kaplan-Meier estimate on the log-log scale.")
    GREENWOOD
}
