package io.tideline.customer.kpi;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.customer.organisation.OrganisationStore;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.Decimal;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.graph.PeriodInput;
import io.tideline.platform.time.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** KPIs in the graph. */
@GraphQLApi
public class KpiGraph {
    private final CurrentCaller callers;
    private final TargetStore targets;
    private final OrganisationStore organisations;

    public KpiGraph(CurrentCaller callers, TargetStore targets, OrganisationStore organisations) {
        this.callers = callers;
        this.targets = targets;
        this.organisations = organisations;
    }

    @ListSize(assumedSize = 16)
    @Query("kpis")
    @NonNull
    @RequiresScopes(
            scopes = {
                @ScopeGroup(@ScopeItem("kpi:strategic")),
                @ScopeGroup(@ScopeItem("kpi:tactical")),
                @ScopeGroup(@ScopeItem("kpi:execution"))
            })
    @Description(
            "KPIs with their targets. Each layer needs its own scope: kpi:strategic, kpi:tactical or kpi:execution.")
    public Uni<List<@NonNull Kpi>> kpis(
            @Name("layer") @Description("The only layer; by default every layer whose scope the caller has.") @Nullable
                    KpiLayer layer,
            @Name("on")
                    @Description("Day whose targets are shown; by default today in the organisation's zone.")
                    @Nullable
                    LocalDate on) {
        Caller caller = callers.get();
        if (layer != null) {
            caller.require(layer.scope());
        }
        Uni<LocalDate> day = on == null ? today(caller) : Uni.createFrom().item(on);
        return day.flatMap(asked -> targets.on(caller.tenant(), asked)).map(set -> shown(caller, layer, set));
    }

    @Name("status")
    @NonNull
    @Description("How a value stands to the target: within it, missed, or above a range, which is no miss.")
    public KpiStatus status(
            @Source Kpi kpi,
            @Name("value") @Description("Value in the unit of the target; null is no value.") @Nullable Decimal value) {
        return KpiRules.status(kpi.range(), kpi.moreIsBetter(), value == null ? null : value.value());
    }

    @Name("change")
    @NonNull
    @Description("How a value compares with the one of the earlier period that the KPI's reading names; "
            + "without such a reading, of the period just before.")
    public KpiChange change(
            @Source Kpi kpi,
            @NonNull @Name("period") @Description("Period of `current`.") PeriodInput period,
            @NonNull @Name("current") @Description("Value of the period.") Decimal current,
            @NonNull @Name("previous") @Description("Value of the earlier period.") Decimal previous) {
        return KpiChange.of(kpi.reading(), period.in(ZoneOffset.UTC), previous.value(), current.value());
    }

    @Name("pace")
    @NonNull
    @Description("Where a running period is heading when `target` is wanted by its end.")
    public KpiPace pace(
            @Source Kpi kpi,
            @NonNull @Name("period") @Description("The running period.") PeriodInput period,
            @NonNull @Name("on") @Description("Day of the reading; it counts as gone.") LocalDate on,
            @NonNull @Name("done") @Description("What is done so far.") Decimal done,
            @NonNull @Name("target") @Description("What is wanted by the end of the period.") Decimal target) {
        return KpiPace.of(period.in(ZoneOffset.UTC), on, done.value(), target.value());
    }

    private Uni<LocalDate> today(Caller caller) {
        return organisations
                .of(caller.tenant())
                .map(organisation ->
                        Days.of(Instant.now(), organisation.timeZone().zone()));
    }

    private static List<Kpi> shown(Caller caller, @Nullable KpiLayer layer, Map<String, SetTarget> set) {
        return KpiPresets.ALL.stream()
                .filter(preset -> layer == null ? caller.has(preset.layer().scope()) : preset.layer() == layer)
                .map(preset -> Kpi.of(preset, set.get(preset.key())))
                .toList();
    }
}
