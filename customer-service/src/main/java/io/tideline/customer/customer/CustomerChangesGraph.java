package io.tideline.customer.customer;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.CurrentCaller;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** Changes of customers in the graph. */
@GraphQLApi
public class CustomerChangesGraph {
    private final CurrentCaller callers;
    private final DescribeCustomers describe;
    private final MergeCustomers merge;
    private final UndoMerge undo;

    public CustomerChangesGraph(
            CurrentCaller callers, DescribeCustomers describe, MergeCustomers merge, UndoMerge undo) {
        this.callers = callers;
        this.describe = describe;
        this.merge = merge;
        this.undo = undo;
    }

    @Mutation("upsertCustomers")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("customer:write")))
    @Description("Stores customers that are new and changes those that are known; all of the input or none of it.")
    public Uni<UpsertCustomersPayload> upsertCustomers(
            @NonNull @Name("input") @Description("The customers.") UpsertCustomersInput input) {
        return describe.run(callers.get(), input);
    }

    @Mutation("mergeCustomers")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("customer:write")))
    @Description("Makes one customer part of another; from now on the facts of both are those of the one that stays.")
    public Uni<MergeCustomersPayload> mergeCustomers(
            @NonNull @Name("input") @Description("The two customers.") MergeCustomersInput input) {
        return merge.run(callers.get(), input);
    }

    @Mutation("undoMerge")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("customer:write")))
    @Description(
            "Takes a merge back: the customer has its own facts again, and those of the customers that had been merged into it before.")
    public Uni<UndoMergePayload> undoMerge(
            @NonNull @Name("input") @Description("The customer that went.") UndoMergeInput input) {
        return undo.run(callers.get(), input);
    }
}
