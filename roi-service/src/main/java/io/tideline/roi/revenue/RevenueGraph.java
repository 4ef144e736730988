package io.tideline.roi.revenue;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.error.AppException;
import io.tideline.platform.graph.CellBudget;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.CurrencyCode;
import io.tideline.platform.graph.CurrentBudget;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.graph.Granularity;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.graph.PeriodInput;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.metric.DurationStats;
import io.tideline.platform.metric.Measure;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import io.tideline.platform.metric.NoValueReason;
import io.tideline.platform.time.Days;
import io.tideline.roi.customer.OrganisationStore;
import io.tideline.roi.cut.Asked;
import io.tideline.roi.cut.Labels;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Revenue of a period and its cuts. */
@GraphQLApi
public class RevenueGraph {
    private static final MetricCatalog CATALOG = MetricCatalog.load();
    private static final MetricDefinition CYCLE = CATALOG.definition("repurchase_cycle");
    private static final int MAX_DAYS = 3660;
    private static final double SECONDS_OF_A_DAY = 86_400;

    private final CurrentCaller callers;
    private final OrganisationStore organisations;
    private final CurrentBudget budget;
    private final RevenueStore store;
    private final Labels labels;

    public RevenueGraph(
            CurrentCaller callers,
            OrganisationStore organisations,
            CurrentBudget budget,
            RevenueStore store,
            Labels labels) {
        this.callers = callers;
        this.organisations = organisations;
        this.budget = budget;
        this.store = store;
        this.labels = labels;
    }

    @Cost(weight = 20)
    @Query("revenue")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("revenue:read")))
    @Description("What customers bought in a period. Scope revenue:read.")
    public Uni<Revenue> revenue(
            @NonNull @Name("period") @Description("Days that count.") PeriodInput period,
            @Name("segment")
                    @Description(
                            "Customers that count; all without it. A campaign is the one the order names, else the customer's.")
                    @Nullable
                    SegmentInput segment,
            @Name("currency")
                    @Description(
                            "Currency of the amounts; by default the only one of the period, else the organisation's.")
                    @Nullable
                    CurrencyCode currency) {
        Caller caller = callers.get();
        CellBudget cells = budget.get();
        return organisations.of(caller.tenant()).flatMap(organisation -> {
            Asked asked = Asked.of(caller, segment, period.in(organisation.zone()), organisation, currency);
            return new RevenueBook(asked, cells, store, labels).whole();
        });
    }

    @NonNull
    @Description(
            "Share of buying that is buying again, RATIO with its interval. rpr.customers = customers with at least 2 orders ÷ customers with at least 1, in the period; "
                    + "rpr.transactions = orders that are not a customer's first ÷ orders; rpr.within_n_days = customers with another order within n days of their first of the period, "
                    + "also after its end, ÷ customers whose n days have passed.")
    public Uni<Measure> repeatPurchaseRate(
            @Source Revenue revenue,
            @Name("variant") @Description("rpr.customers (default), rpr.transactions or rpr.within_n_days.") @Nullable
                    String variant,
            @Name("days") @DefaultValue("90") @Description("n of rpr.within_n_days, in local days, 1 to 3660.")
                    Integer days) {
        MetricDefinition asked = CATALOG.resolve("rpr", variant);
        RevenueFigures figures = revenue.figures();
        return switch (asked.variant()) {
            case "rpr.customers" ->
                Uni.createFrom()
                        .item(Measure.proportion(asked, figures.repeatBuyers(), figures.buyers(), revenue.asOf()));
            case "rpr.transactions" ->
                Uni.createFrom()
                        .item(Measure.proportion(asked, figures.repeatOrders(), figures.orders(), revenue.asOf()));
            default -> rhythm(revenue).map(rhythm -> within(asked, revenue, rhythm, checked(days)));
        };
    }

    @NonNull
    @Description(
            "Whole local days between a purchase day of the period and the same customer's purchase day before it, DAYS.")
    public Uni<DurationStats> repurchaseCycle(@Source Revenue revenue) {
        return rhythm(revenue)
                .map(rhythm -> DurationStats.of(
                        CYCLE,
                        rhythm.gaps().stream()
                                .mapToDouble(days -> days * SECONDS_OF_A_DAY)
                                .toArray(),
                        revenue.asOf()));
    }

    @NonNull
    @Description(
            "The same numbers for each group of customers. Orders, amounts and new customers of the groups add up to the whole; a bucket of a trend can be grouped too. "
                    + CellBudget.RULE)
    @ListSize(assumedSize = 20)
    public Uni<List<@NonNull RevenueGroup>> by(
            @Source Revenue revenue,
            @NonNull
                    @Cost(weight = 5)
                    @Name("dimension")
                    @Description("What groups are made by; a campaign is the one the order names, else the customer's.")
                    Dimension dimension) {
        return revenue.book()
                .groups(revenue.cut().by(dimension), revenue.place().bucket());
    }

    @NonNull
    @Description(
            "The same numbers for each calendar bucket of the period, empty ones too, at most 400. A group can have a trend too. "
                    + CellBudget.RULE)
    @ListSize(assumedSize = 12)
    public Uni<List<@NonNull RevenuePoint>> trend(
            @Source Revenue revenue,
            @NonNull @Cost(weight = 5) @Name("granularity") @Description("Length of the buckets.")
                    Granularity granularity) {
        return revenue.book()
                .points(revenue.cut().trend(granularity), revenue.place().key());
    }

    private static Uni<Rhythm> rhythm(Revenue revenue) {
        return revenue.book().rhythm(revenue.cut(), revenue.place());
    }

    private static Measure within(MetricDefinition definition, Revenue revenue, Rhythm rhythm, int days) {
        LocalDate today =
                Days.of(revenue.asOf(), revenue.book().asked().period().zone());
        RepeatRules.InTime inTime = RepeatRules.within(rhythm, days, today);
        return inTime.judged() == 0 && inTime.tooYoung() > 0
                ? Measure.none(definition, NoValueReason.IMMATURE, revenue.asOf())
                : Measure.proportion(definition, inTime.returned(), inTime.judged(), revenue.asOf());
    }

    private static int checked(int days) {
        if (days < 1 || days > MAX_DAYS) {
            throw AppException.badInput("days", "days must be between 1 and " + MAX_DAYS + ".");
        }
        return days;
    }
}
