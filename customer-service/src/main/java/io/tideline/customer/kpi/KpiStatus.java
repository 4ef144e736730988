package io.tideline.customer.kpi;

import org.eclipse.microprofile.graphql.Description;

/** How a value stands to its target. */
@Description("How a value stands to its target.")
public enum KpiStatus {
    @Description("Within the target.")
    MET,
    @Description("On the wrong side of the target.")
    MISSED,
    @Description("Above the upper end of a range where more is better: worth a look, not a miss.")
    ABOVE_RANGE,
    @Description("Below the lower end of a range where less is better: worth a look, not a miss.")
    BELOW_RANGE,
    @Description("There is no target: the KPI is for comparing.")
    NO_TARGET,
    @Description("There is no value to judge.")
    NO_VALUE
}
