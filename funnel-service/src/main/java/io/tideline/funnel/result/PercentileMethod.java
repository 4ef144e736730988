package io.tideline.funnel.result;

import org.eclipse.microprofile.graphql.Description;

/** How a percentile between two values is told. */
@Description("How a percentile that lies between two values is told.")
public enum PercentileMethod {
    @Description("Interpolated between them, as PostgreSQL's percentile_cont.")
    CONTINUOUS,
    @Description("The first value that covers the share, as PostgreSQL's percentile_disc.")
    DISCRETE
}
