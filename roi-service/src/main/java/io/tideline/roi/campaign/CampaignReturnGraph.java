package io.tideline.roi.campaign;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.CurrencyCode;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.graph.PeriodInput;
import io.tideline.platform.metric.Measure;
import io.tideline.platform.metric.MetricDefinition;
import io.tideline.platform.time.Period;
import io.tideline.roi.campaign.AdSpendStore.Stretch;
import io.tideline.roi.customer.Organisation;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What a campaign cost and returned. */
@GraphQLApi
public class CampaignReturnGraph {
    private static final String IN_CURRENCY =
            "Currency to answer in; by default the only one there is, else the organisation's. Amounts of other currencies are left out, never converted.";
    private static final String CREDIT = "To which campaign an order is credited.";

    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("campaign:read")))
    @Description("What was paid for the campaign, line by line, ad spend apart. Scope campaign:read.")
    @ListSize(assumedSize = 5)
    public Uni<List<@NonNull CostLine>> costs(@Source Campaign campaign) {
        return campaign.page().costs(campaign.uuid());
    }

    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("campaign:read")))
    @Description("Σ cost lines + ad spend, MONEY. Scope campaign:read.")
    @Cost(weight = 1)
    public Uni<Measure> cost(
            @Source Campaign campaign, @Name("currency") @Description(IN_CURRENCY) @Nullable CurrencyCode currency) {
        return money(campaign, AttributionModel.LAST_TOUCH)
                .map(money -> CampaignMeasures.cost(money, currency, Instant.now()));
    }

    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("campaign:read")))
    @Description(
            "Revenue credited to the campaign, refunds taken off, MONEY; without a value where nothing was sold. Scope campaign:read.")
    @Cost(weight = 1)
    public Uni<Measure> revenue(
            @Source Campaign campaign,
            @Name("attribution") @DefaultValue("LAST_TOUCH") @Description(CREDIT) AttributionModel attribution,
            @Name("currency") @Description(IN_CURRENCY) @Nullable CurrencyCode currency) {
        return money(campaign, attribution).map(money -> CampaignMeasures.revenue(money, currency, Instant.now()));
    }

    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("campaign:read")))
    @Description(
            "Return on what the campaign cost, as a fraction: roi.net = (revenue − cost) ÷ cost, roi.gross = revenue ÷ cost. "
                    + "Without a value at cost 0, negative where refunds or costs outweigh; without a value, too, where it sold in other currencies alone. See labourRecorded. Scope campaign:read.")
    @Cost(weight = 1)
    public Uni<Measure> roi(
            @Source Campaign campaign,
            @Name("variant") @Description("roi.net (default) or roi.gross.") @Nullable String variant,
            @Name("attribution") @DefaultValue("LAST_TOUCH") @Description(CREDIT) AttributionModel attribution,
            @Name("currency") @Description(IN_CURRENCY) @Nullable CurrencyCode currency) {
        MetricDefinition form = CampaignMeasures.roiForm(variant);
        return money(campaign, attribution).map(money -> CampaignMeasures.roi(money, form, currency, Instant.now()));
    }

    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("campaign:read")))
    @Description("Deals per 1,000 sends: orders that name the campaign × 1,000 ÷ sends, COUNT. Scope campaign:read.")
    @Cost(weight = 1)
    public Uni<Measure> dealsPerThousandSends(@Source Campaign campaign) {
        return campaign.page()
                .sales(campaign.uuid(), AttributionModel.LAST_TOUCH)
                .map(sales -> CampaignMeasures.perThousand(sales.deals(), campaign.recordedSends(), Instant.now()));
    }

    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("campaign:read")))
    @Description(
            "Whether working time is among the costs. Where it is not, the return looks better than it is. Scope campaign:read.")
    public Uni<Boolean> labourRecorded(@Source Campaign campaign) {
        return campaign.page().costs(campaign.uuid()).map(lines -> lines.stream()
                .anyMatch(line -> line.kind() == CostKind.LABOUR));
    }

    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("campaign:read")))
    @Description(
            "Currencies in which costs, ad spend or orders of the campaign were recorded. Where there are several, ask for each. Scope campaign:read.")
    public Uni<List<@NonNull CurrencyCode>> currencies(@Source Campaign campaign) {
        return money(campaign, AttributionModel.LAST_TOUCH)
                .map(money -> money.currencies().stream().map(CurrencyCode::new).toList());
    }

    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("campaign:read")))
    @Description("What the ad platform reported of the campaign. Scope campaign:read.")
    @Cost(weight = 1)
    public Uni<AdSpend> adSpend(
            @Source Campaign campaign,
            @Name("period") @Description("Days that count; all without it.") @Nullable PeriodInput period,
            @Name("currency") @Description(IN_CURRENCY) @Nullable CurrencyCode currency) {
        return campaign.page().organisation().flatMap(organisation -> campaign.page()
                .ads(campaign.uuid(), stretch(period, organisation))
                .map(figures -> AdSpend.of(figures, organisation, currency, Instant.now())));
    }

    private static Stretch stretch(@Nullable PeriodInput asked, Organisation organisation) {
        if (asked == null) {
            return Stretch.EVER;
        }
        Period period = asked.in(organisation.zone());
        return new Stretch(period.start(), period.end());
    }

    private static Uni<CampaignMoney> money(Campaign campaign, AttributionModel attribution) {
        return campaign.page().money(campaign.uuid(), attribution);
    }
}
