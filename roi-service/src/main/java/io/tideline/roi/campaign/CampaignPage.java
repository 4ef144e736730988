package io.tideline.roi.campaign;

import io.smallrye.mutiny.Uni;
import io.tideline.roi.campaign.AdSpendStore.Stretch;
import io.tideline.roi.customer.Organisation;
import io.tideline.roi.gather.Gather;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The campaigns of one answer: what their fields ask for is read once for all of them. */
final class CampaignPage {
    private final Uni<Organisation> organisation;
    private final Uni<Map<UUID, List<CostLine>>> costs;
    private final Uni<Map<SalesStore.Credit, CampaignSales>> sales;
    private final Gather<Stretch, Map<UUID, List<AdFigures>>> ads;

    CampaignPage(
            Uni<Organisation> organisation,
            Uni<Map<UUID, List<CostLine>>> costs,
            Uni<Map<SalesStore.Credit, CampaignSales>> sales,
            Gather<Stretch, Map<UUID, List<AdFigures>>> ads) {
        this.organisation = organisation.memoize().indefinitely();
        this.costs = costs.memoize().indefinitely();
        this.sales = sales.memoize().indefinitely();
        this.ads = ads;
    }

    Uni<Organisation> organisation() {
        return organisation;
    }

    Uni<List<CostLine>> costs(UUID campaign) {
        return costs.map(lines -> lines.getOrDefault(campaign, List.of()));
    }

    Uni<CampaignSales> sales(UUID campaign, AttributionModel model) {
        return sales.map(all -> all.getOrDefault(new SalesStore.Credit(campaign, model), CampaignSales.NONE));
    }

    Uni<List<AdFigures>> ads(UUID campaign, Stretch stretch) {
        return ads.ask(stretch).map(figures -> figures.getOrDefault(campaign, List.of()));
    }

    Uni<CampaignMoney> money(UUID campaign, AttributionModel model) {
        return Uni.combine()
                .all()
                .unis(organisation, costs(campaign), ads(campaign, Stretch.EVER), sales(campaign, model))
                .with(CampaignMoney::new);
    }
}
