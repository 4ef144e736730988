package io.tideline.customer.kpi;

import io.tideline.platform.access.Scope;
import org.eclipse.microprofile.graphql.Description;

/** Whose board a KPI is on. */
@Description("Whose board a KPI is on.")
public enum KpiLayer {
    @Description("For deciders; needs the scope kpi:strategic.")
    STRATEGIC(Scope.KPI_STRATEGIC),
    @Description("For operations; needs the scope kpi:tactical.")
    TACTICAL(Scope.KPI_TACTICAL),
    @Description("For agents and their leads; needs the scope kpi:execution.")
    EXECUTION(Scope.KPI_EXECUTION);

    private final Scope scope;

    KpiLayer(Scope scope) {
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }
}
