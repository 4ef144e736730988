package io.tideline.customer.kpi;

import org.eclipse.microprofile.graphql.Description;

/** Who a KPI is for. */
@Description("Who a KPI is for.")
public enum KpiAudience {
    @Description("Deciders and investors.")
    EXECUTIVE,
    @Description("Operations and marketing leads.")
    OPERATIONS,
    @Description("Team leads.")
    LEAD,
    @Description("Sales and support people.")
    AGENT
}
