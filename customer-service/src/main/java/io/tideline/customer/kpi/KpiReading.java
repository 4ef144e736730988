package io.tideline.customer.kpi;

import org.eclipse.microprofile.graphql.Description;

/** What of its metric a KPI's target speaks of. */
@Description("What of its metric a KPI's target speaks of.")
public enum KpiReading {
    @Description("The metric's value in the period.")
    VALUE,
    @Description("Relative change on the same dates a year earlier: 0.5 is 50 % more.")
    YEAR_OVER_YEAR,
    @Description("Relative change on the period just before: 0.2 is 20 % more.")
    PREVIOUS_PERIOD
}
