package io.tideline.roi.campaign;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.UserError;
import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.sql.Ids;
import io.tideline.roi.campaign.CampaignInputs.AddCostInput;
import io.tideline.roi.campaign.CampaignInputs.AddCostPayload;
import io.tideline.roi.campaign.CampaignInputs.RecordAdSpendInput;
import io.tideline.roi.campaign.CampaignInputs.RecordAdSpendPayload;
import io.tideline.roi.campaign.CampaignInputs.UpsertCampaignInput;
import io.tideline.roi.campaign.CampaignInputs.UpsertCampaignPayload;
import io.tideline.roi.request.Batch;
import io.tideline.roi.request.Outcome;
import io.tideline.roi.request.Request;
import io.tideline.roi.request.RequestStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Does what mutations on campaigns ask for, once for their key. */
@ApplicationScoped
public class ChangeCampaigns {
    private final RequestStore requests;
    private final CampaignReading reading;
    private final SaveCampaigns save;
    private final AddCosts costs;
    private final RecordAdSpend adSpend;

    ChangeCampaigns(
            RequestStore requests, CampaignReading reading, SaveCampaigns save, AddCosts costs, RecordAdSpend adSpend) {
        this.requests = requests;
        this.reading = reading;
        this.save = save;
        this.costs = costs;
        this.adSpend = adSpend;
    }

    Uni<UpsertCampaignPayload> upsert(Caller caller, UpsertCampaignInput input) {
        String tenant = caller.tenant();
        CampaignRow row = CampaignRequestRules.row(input);
        Request request = Request.of(caller, "upsertCampaign", input.idempotencyKey(), input);
        return requests.once(request, transaction -> save.within(transaction, tenant, List.of(new ReadRow<>(0, row)))
                        .map(Batch::outcome))
                .flatMap(outcome -> campaign(caller, outcome, Ids.uuid(tenant, "campaign", row.externalId()))
                        .map(campaign -> new UpsertCampaignPayload(campaign, outcome.errors())));
    }

    Uni<AddCostPayload> addCost(Caller caller, AddCostInput input) {
        if (input.campaign() == null) {
            return added(caller, input, null, null);
        }
        UUID id = GlobalId.uuid("Campaign", input.campaign());
        return reading.byIds(caller, List.of(id))
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom()
                                .item(new AddCostPayload(
                                        null,
                                        List.of(new UserError("NOT_FOUND", "campaign", "There is no such campaign."))))
                        : added(caller, input, id, found.get(0).getExternalId()));
    }

    private Uni<AddCostPayload> added(
            Caller caller, AddCostInput input, @Nullable UUID campaign, @Nullable String externalId) {
        String tenant = caller.tenant();
        CostRow row = CampaignRequestRules.row(input, externalId);
        Request request = Request.of(caller, "addCost", input.idempotencyKey(), input);
        return requests.once(request, transaction -> costs.within(transaction, tenant, List.of(new ReadRow<>(0, row)))
                        .map(Batch::outcome))
                .flatMap(outcome -> campaign(caller, outcome, campaign)
                        .map(changed -> new AddCostPayload(changed, outcome.errors())));
    }

    Uni<RecordAdSpendPayload> recordAdSpend(Caller caller, RecordAdSpendInput input) {
        List<ReadRow<AdSpendRow>> rows = IntStream.range(0, input.rows().size())
                .mapToObj(i ->
                        new ReadRow<>(i, CampaignRequestRules.row(input.rows().get(i))))
                .toList();
        Request request = Request.of(caller, "recordAdSpend", input.idempotencyKey(), input);
        return requests.once(request, transaction -> adSpend.within(transaction, caller.tenant(), rows)
                        .map(Batch::outcome))
                .map(outcome -> new RecordAdSpendPayload(outcome.accepted(), outcome.duplicates(), outcome.errors()));
    }

    private Uni<@Nullable Campaign> campaign(Caller caller, Outcome outcome, @Nullable UUID id) {
        return id == null || outcome.reused()
                ? Uni.createFrom().nullItem()
                : reading.byIds(caller, List.of(id)).map(found -> found.isEmpty() ? null : found.get(0));
    }
}
