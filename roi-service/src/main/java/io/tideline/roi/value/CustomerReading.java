package io.tideline.roi.value;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.graph.GlobalId;
import io.tideline.roi.campaign.Campaign;
import io.tideline.roi.campaign.CampaignReading;
import io.tideline.roi.customer.OrganisationStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Hands out customers whose fields share what they read. */
@ApplicationScoped
public class CustomerReading {
    private final ValueStore store;
    private final CampaignReading campaigns;
    private final OrganisationStore organisations;

    CustomerReading(ValueStore store, CampaignReading campaigns, OrganisationStore organisations) {
        this.store = store;
        this.campaigns = campaigns;
        this.organisations = organisations;
    }

    /** One customer for each id, in their order. */
    List<Customer> page(Caller caller, List<UUID> ids) {
        CustomerPage page = new CustomerPage(
                Uni.createFrom().deferred(() -> organisations.of(caller.tenant())),
                wanted -> store.money(caller, ids, wanted),
                asked -> campaigns(caller, asked));
        return ids.stream().map(id -> new Customer(id, page)).toList();
    }

    private Uni<Map<UUID, Optional<Campaign>>> campaigns(Caller caller, Set<UUID> asked) {
        return campaigns.byIds(caller, asked).map(found -> {
            Map<UUID, Optional<Campaign>> byId = new HashMap<>();
            asked.forEach(id -> byId.put(id, Optional.empty()));
            found.forEach(campaign -> byId.put(GlobalId.uuid("Campaign", campaign.getId()), Optional.of(campaign)));
            return byId;
        });
    }
}
