package io.tideline.roi.campaign;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.Page;
import io.tideline.platform.graph.PageRequest;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.roi.customer.OrganisationStore;
import io.tideline.roi.customer.Segment;
import io.tideline.roi.gather.Gather;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Hands out campaigns whose fields share what they read. */
@ApplicationScoped
public class CampaignReading {
    private final CampaignStore campaigns;
    private final CostStore costs;
    private final SalesStore sales;
    private final AdSpendStore ads;
    private final OrganisationStore organisations;

    CampaignReading(
            CampaignStore campaigns,
            CostStore costs,
            SalesStore sales,
            AdSpendStore ads,
            OrganisationStore organisations) {
        this.campaigns = campaigns;
        this.costs = costs;
        this.sales = sales;
        this.ads = ads;
        this.organisations = organisations;
    }

    /** The campaigns that exist, in no order. */
    public Uni<List<Campaign>> byIds(Caller caller, Collection<UUID> ids) {
        return campaigns.byIds(caller.tenant(), ids).map(found -> shared(caller, found));
    }

    Uni<Page<Campaign>> page(Caller caller, PageRequest request) {
        return campaigns.page(caller.tenant(), request).map(found -> {
            List<Campaign> shared = shared(caller, found);
            return Page.of(shared, request, Campaign::cursor);
        });
    }

    private List<Campaign> shared(Caller caller, List<CampaignRecord> found) {
        List<UUID> ids = found.stream().map(CampaignRecord::id).toList();
        String tenant = caller.tenant();
        CampaignPage page = new CampaignPage(
                Uni.createFrom().deferred(() -> organisations.of(tenant)),
                Uni.createFrom().deferred(() -> costs.lines(tenant, ids)),
                Uni.createFrom().deferred(() -> sales.sales(Segment.of(caller, only(ids), Instant.now()))),
                new Gather<>(stretches -> ads.figures(tenant, ids, stretches)));
        return found.stream().map(record -> new Campaign(record, page)).toList();
    }

    private static SegmentInput only(List<UUID> campaigns) {
        List<String> ids =
                campaigns.stream().map(id -> GlobalId.of("Campaign", id)).toList();
        return new SegmentInput(null, null, null, ids, null, null, null, null);
    }
}
