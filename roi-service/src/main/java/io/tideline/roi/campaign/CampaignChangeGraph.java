package io.tideline.roi.campaign;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.UserError;
import io.tideline.roi.campaign.CampaignInputs.AddCostInput;
import io.tideline.roi.campaign.CampaignInputs.AddCostPayload;
import io.tideline.roi.campaign.CampaignInputs.RecordAdSpendInput;
import io.tideline.roi.campaign.CampaignInputs.RecordAdSpendPayload;
import io.tideline.roi.campaign.CampaignInputs.UpsertCampaignInput;
import io.tideline.roi.campaign.CampaignInputs.UpsertCampaignPayload;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** Changes to campaigns and their costs. */
@GraphQLApi
public class CampaignChangeGraph {
    private final CurrentCaller callers;
    private final ChangeCampaigns deeds;

    public CampaignChangeGraph(CurrentCaller callers, ChangeCampaigns deeds) {
        this.callers = callers;
        this.deeds = deeds;
    }

    @Mutation("upsertCampaign")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("campaign:write")))
    @Description("Makes a campaign or changes it. Scope campaign:write.")
    public Uni<UpsertCampaignPayload> upsertCampaign(
            @NonNull @Name("input") @Description("The campaign.") UpsertCampaignInput input) {
        Caller caller = callers.get();
        List<UserError> errors = CampaignRequestRules.check(input);
        return errors.isEmpty()
                ? deeds.upsert(caller, input)
                : Uni.createFrom().item(new UpsertCampaignPayload(null, errors));
    }

    @Mutation("addCost")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("campaign:write")))
    @Description("Adds a cost line. Scope campaign:write.")
    public Uni<AddCostPayload> addCost(@NonNull @Name("input") @Description("The cost line.") AddCostInput input) {
        Caller caller = callers.get();
        List<UserError> errors = CampaignRequestRules.check(input);
        return errors.isEmpty()
                ? deeds.addCost(caller, input)
                : Uni.createFrom().item(new AddCostPayload(null, errors));
    }

    @Mutation("recordAdSpend")
    @NonNull
    @RequiresScopes(scopes = {@ScopeGroup(@ScopeItem("campaign:write")), @ScopeGroup(@ScopeItem("ingest:write"))})
    @Description("Records what ad platforms reported. Scope campaign:write or ingest:write.")
    public Uni<RecordAdSpendPayload> recordAdSpend(
            @NonNull @Name("input") @Description("The rows.") RecordAdSpendInput input) {
        Caller caller = callers.get();
        List<UserError> errors = CampaignRequestRules.check(input);
        return errors.isEmpty()
                ? deeds.recordAdSpend(caller, input)
                : Uni.createFrom().item(new RecordAdSpendPayload(0, 0, errors));
    }
}
