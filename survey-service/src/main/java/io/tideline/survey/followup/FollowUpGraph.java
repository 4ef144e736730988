package io.tideline.survey.followup;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.graph.PageRequest;
import io.tideline.survey.response.Customer;
import io.tideline.survey.response.ResponseGraph;
import io.tideline.survey.score.Agent;
import io.tideline.survey.score.AgentGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Follow-ups in the graph: the front line its own, leads their team's. */
@GraphQLApi
public class FollowUpGraph {
    private final CurrentCaller callers;
    private final FollowUpStore store;
    private final HandleFollowUp handle;
    private final ResponseGraph customers;
    private final AgentGraph agents;

    public FollowUpGraph(
            CurrentCaller callers,
            FollowUpStore store,
            HandleFollowUp handle,
            ResponseGraph customers,
            AgentGraph agents) {
        this.callers = callers;
        this.store = store;
        this.handle = handle;
        this.customers = customers;
        this.agents = agents;
    }

    @Query("followUpCases")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("alert:handle")))
    @ListSize(assumedSize = 20, slicingArguments = "first", sizedFields = "edges", requireOneSlicingArgument = false)
    @Description(
            "Follow-ups that the caller sees, those due first: agents their own, leads their team's, operations and administrators all. "
                    + "Bad answers of customers open them, and of people who are not known those with a text; the others are counted in the alert `answer.negative.unknown`.")
    public Uni<FollowUpCaseConnection> followUpCases(
            @Name("status") @Nullable @Description("Only those that have come this far; by default all.")
                    FollowUpStatus status,
            @Name("overdue")
                    @Nullable
                    @Description("True for those open after their time, false for the others; by default all.")
                    Boolean overdue,
            @Name("first") @DefaultValue("20") @Nullable @Description("How many, 1 to 100.") Integer first,
            @Name("after") @Nullable @Description("Cursor to go on after.") String after) {
        PageRequest request = PageRequest.of(first, after);
        return store.page(callers.get(), status, overdue, request)
                .map(read -> FollowUpCaseConnection.of(read, request));
    }

    @Description("The customer who answered; null where that is not known.")
    public Uni<List<@Nullable Customer>> customer(@Source List<FollowUpCase> followUps) {
        List<UUID> known = followUps.stream()
                .map(FollowUpCase::customerId)
                .filter(customer -> !customer.equals(JudgedAnswer.NOBODY))
                .distinct()
                .toList();
        return customers
                .customersById(known.stream()
                        .map(customer -> GlobalId.of("Customer", customer))
                        .toList())
                .map(found -> {
                    Map<UUID, Customer> byId = new HashMap<>();
                    found.forEach(customer -> byId.put(customer.uuid(), customer));
                    return followUps.stream()
                            .map(followUp -> byId.get(followUp.customerId()))
                            .toList();
                });
    }

    @Description("The agent who owns it; null where the team or the organisation does.")
    public Uni<List<@Nullable Agent>> agent(@Source List<FollowUpCase> followUps) {
        List<UUID> owners = followUps.stream()
                .map(FollowUpCase::agentId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return agents.agentsById(owners.stream()
                        .map(owner -> GlobalId.of("Agent", owner))
                        .toList())
                .map(found -> {
                    Map<UUID, Agent> byId = new HashMap<>();
                    found.forEach(agent -> byId.put(agent.uuid(), agent));
                    return followUps.stream()
                            .map(FollowUpCase::agentId)
                            .map(owner -> owner == null ? null : byId.get(owner))
                            .toList();
                });
    }

    @Mutation("assignFollowUpCase")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("alert:handle")))
    @Description("Gives an open follow-up to another agent; leads within their team.")
    public Uni<FollowUpCasePayload> assignFollowUpCase(
            @Name("input") @NonNull @Description("The follow-up and the agent.") AssignFollowUpCaseInput input) {
        return handle.assign(callers.get(), input);
    }

    @Mutation("closeFollowUpCase")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("alert:handle")))
    @Description(
            "Closes a follow-up with what came of it; who did so when is kept. ALREADY_CLOSED where it was closed otherwise.")
    public Uni<FollowUpCasePayload> closeFollowUpCase(
            @Name("input") @NonNull @Description("The follow-up and what came of it.") CloseFollowUpCaseInput input) {
        return handle.close(callers.get(), input);
    }
}
