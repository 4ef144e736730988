package io.tideline.roi.tool;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.error.AppException;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.metric.Measure;
import io.tideline.roi.customer.OrganisationStore;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Whether the whole tool pays. */
@GraphQLApi
public class ToolGraph {
    private static final int MAX_MONTHS = 60;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final CurrentCaller callers;
    private final OrganisationStore organisations;
    private final ToolReading reading;

    public ToolGraph(CurrentCaller callers, OrganisationStore organisations, ToolReading reading) {
        this.callers = callers;
        this.organisations = organisations;
        this.reading = reading;
    }

    @Cost(weight = 20)
    @Query("toolReturn")
    @NonNull
    @RequiresScopes(scopes = {@ScopeGroup(@ScopeItem("revenue:read")), @ScopeGroup(@ScopeItem("campaign:read"))})
    @Description(
            "Full-chain return of the whole tool: ((mean monthly revenue after − before) × complete months after − tool cost of these months) ÷ tool cost, RATIO. "
                    + "Not causal. Only complete months count; sampleSize says how many stand after adoption, fewer than months means partial. Tool cost: cost lines of kind TOOL. "
                    + "Scope revenue:read or campaign:read.")
    public Uni<Measure> toolReturn(
            @NonNull @Name("adoptedOn") @Description("Local day from which the tool was used.") LocalDate adoptedOn,
            @Name("months") @DefaultValue("6") @Description("Months before and after that are compared, 1 to 60.")
                    Integer months) {
        return basis(adoptedOn, months).map(ToolReturnBasis::toolReturn);
    }

    @Cost(weight = 20)
    @Query("toolReturnBasis")
    @NonNull
    @RequiresScopes(scopes = {@ScopeGroup(@ScopeItem("revenue:read")), @ScopeGroup(@ScopeItem("campaign:read"))})
    @Description("What toolReturn is computed from. Scope revenue:read or campaign:read.")
    public Uni<ToolReturnBasis> toolReturnBasis(
            @NonNull @Name("adoptedOn") @Description("Local day from which the tool was used.") LocalDate adoptedOn,
            @Name("months") @DefaultValue("6") @Description("Months before and after that are compared, 1 to 60.")
                    Integer months) {
        return basis(adoptedOn, months);
    }

    private Uni<ToolReturnBasis> basis(LocalDate adoptedOn, int months) {
        if (months < 1 || months > MAX_MONTHS) {
            throw AppException.badInput("months", "months must be between 1 and " + MAX_MONTHS + ".");
        }
        if (adoptedOn.getYear() < FIRST_YEAR || adoptedOn.getYear() > LAST_YEAR) {
            throw AppException.badInput(
                    "adoptedOn", "adoptedOn must lie between the years " + FIRST_YEAR + " and " + LAST_YEAR + ".");
        }
        String tenant = callers.get().tenant();
        return organisations.of(tenant).flatMap(organisation -> reading.basis(tenant, organisation, adoptedOn, months));
    }
}
