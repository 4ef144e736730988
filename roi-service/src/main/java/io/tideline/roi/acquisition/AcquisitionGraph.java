package io.tideline.roi.acquisition;

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
import io.tideline.platform.graph.Decimal;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.graph.Granularity;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.graph.PeriodInput;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.metric.Measure;
import io.tideline.roi.customer.OrganisationStore;
import io.tideline.roi.cut.Asked;
import io.tideline.roi.cut.Labels;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Cost of winning customers in a period, and its cuts. */
@GraphQLApi
public class AcquisitionGraph {
    private static final String MARGIN =
            "Share of revenue that stays after the cost of goods, above 0 up to 1; by default 1, since costs of goods are not recorded.";

    private final CurrentCaller callers;
    private final OrganisationStore organisations;
    private final CurrentBudget budget;
    private final AcquisitionStore store;
    private final Labels labels;

    public AcquisitionGraph(
            CurrentCaller callers,
            OrganisationStore organisations,
            CurrentBudget budget,
            AcquisitionStore store,
            Labels labels) {
        this.callers = callers;
        this.organisations = organisations;
        this.budget = budget;
        this.store = store;
        this.labels = labels;
    }

    @Cost(weight = 20)
    @Query("acquisition")
    @NonNull
    @RequiresScopes(scopes = {@ScopeGroup(@ScopeItem("acquisition:read")), @ScopeGroup(@ScopeItem("value:read"))})
    @Description("What winning customers cost in a period and what it brings. Scope acquisition:read or value:read.")
    public Uni<Acquisition> acquisition(
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
            return new AcquisitionBook(asked, cells, store, labels).whole();
        });
    }

    @NonNull
    @Description(
            "Cost ÷ new paying customers, MONEY; without a value where nobody was won or no cost was recorded. "
                    + "cac.full_cost takes ads, sends, labour and all else; cac.ads_only takes ad spend and advertising alone, and flatters.")
    public Measure customerAcquisitionCost(
            @Source Acquisition acquisition,
            @Name("variant") @Description("cac.full_cost (default) or cac.ads_only.") @Nullable String variant) {
        return AcquisitionMeasures.costOfOne(acquisition, variant);
    }

    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("value:read")))
    @Description(
            "Mean value of the customers won in the period, MONEY. ltv.historic = what they have brought until now, refunds taken off, × margin ÷ customers; "
                    + "ltv.simple = mean purchase × purchases a year, both as seen within the period, × years × margin. Nothing is predicted. Scope value:read.")
    public Measure lifetimeValue(
            @Source Acquisition acquisition,
            @Name("variant") @Description("ltv.historic (default) or ltv.simple.") @Nullable String variant,
            @Name("years") @Description("Years a customer stays, an assumption; ltv.simple needs it.") @Nullable
                    Decimal years,
            @Name("margin") @Description(MARGIN) @Nullable Decimal margin) {
        return AcquisitionMeasures.value(acquisition, variant, years == null ? null : years.value(), share(margin));
    }

    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("value:read")))
    @Description(
            "Historic lifetime value ÷ customer acquisition cost at full cost, TIMES. Target: at least 3 ×. Scope value:read.")
    public Measure ltvToCac(
            @Source Acquisition acquisition, @Name("margin") @Description(MARGIN) @Nullable Decimal margin) {
        return AcquisitionMeasures.valueToCost(acquisition, share(margin));
    }

    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("value:read")))
    @Description(
            "Months until a customer has earned back its acquisition: full cost per customer ÷ (revenue per customer and month × margin), COUNT of months. "
                    + "Revenue per month is that of the customers won in the period, from their first order to its end or now. Scope value:read.")
    public Measure payback(
            @Source Acquisition acquisition, @Name("margin") @Description(MARGIN) @Nullable Decimal margin) {
        return AcquisitionMeasures.payback(acquisition, share(margin));
    }

    @NonNull
    @Description(
            "Return on full cost, as a fraction: roi.net = (revenue − cost) ÷ cost, roi.gross = revenue ÷ cost; revenue is that of orders in the period "
                    + "that a campaign is credited with. A target names its form: 500 % gross is 400 % net. Without a value at cost 0.")
    public Measure marketingRoi(
            @Source Acquisition acquisition,
            @Name("variant") @Description("roi.net (default) or roi.gross.") @Nullable String variant) {
        return AcquisitionMeasures.roi(acquisition, variant);
    }

    @NonNull
    @Description(
            "The same numbers for each group of customers. Costs, customers and amounts of the groups add up to the whole. "
                    + CellBudget.RULE)
    @ListSize(assumedSize = 20)
    public Uni<List<@NonNull AcquisitionGroup>> by(
            @Source Acquisition acquisition,
            @NonNull
                    @Cost(weight = 5)
                    @Name("dimension")
                    @Description("What groups are made by; a campaign is the one the order names, else the customer's.")
                    Dimension dimension) {
        return acquisition
                .book()
                .groups(acquisition.cut().by(dimension), acquisition.place().bucket());
    }

    @NonNull
    @Description(
            "The same numbers for each calendar bucket of the period, empty ones too, at most 400. " + CellBudget.RULE)
    @ListSize(assumedSize = 12)
    public Uni<List<@NonNull AcquisitionPoint>> trend(
            @Source Acquisition acquisition,
            @NonNull @Cost(weight = 5) @Name("granularity") @Description("Length of the buckets.")
                    Granularity granularity) {
        return acquisition
                .book()
                .points(
                        acquisition.cut().trend(granularity),
                        acquisition.place().key());
    }

    private static BigDecimal share(@Nullable Decimal margin) {
        BigDecimal share = margin == null ? BigDecimal.ONE : margin.value();
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw AppException.badInput("margin", "margin must be above 0 and at most 1.");
        }
        return share;
    }
}
