package io.tideline.customer.alert;

import io.smallrye.graphql.api.Subscription;
import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.feed.FeedWatch;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.graph.PageRequest;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Alerts in the graph. */
@GraphQLApi
public class AlertGraph {
    private final CurrentCaller callers;
    private final AlertStore store;
    private final FeedWatch feed;

    public AlertGraph(CurrentCaller callers, AlertStore store, FeedWatch feed) {
        this.callers = callers;
        this.store = store;
        this.feed = feed;
    }

    @ListSize(
            assumedSize = 20,
            slicingArguments = "first",
            sizedFields = {"edges", "nodes"},
            requireOneSlicingArgument = false)
    @Query("alerts")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("alert:handle")))
    @Description("Alerts that the caller sees, the latest raised first.")
    public Uni<AlertConnection> alerts(
            @Name("status") @Description("Only alerts that have come this far; by default all.") @Nullable
                    List<@Nullable AlertStatus> status,
            @Name("first") @DefaultValue("20") @Description("Alerts to list, 1 to 100.") @Nullable Integer first,
            @Name("after") @Description("Cursor to go on behind.") @Nullable String after) {
        return store.page(callers.get(), status, PageRequest.of(first, after));
    }

    /** Each alert is read anew as its caller may see it, under the tenant's wall. */
    @Subscription("alertRaised")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("alert:handle")))
    @Description("Each alert that the caller sees, as it is raised or becomes one of severity HIGH; "
            + "a condition met again is counted without a word.")
    public Multi<@NonNull Alert> alertRaised() {
        Caller caller = callers.get();
        return feed.told(
                caller.tenant(), RaisedAlert.EVENT, event -> store.find(caller, UUID.fromString(event.aggregate())));
    }
}
