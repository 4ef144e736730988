package io.tideline.customer.channel;

import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.InKeyOrder;
import io.tideline.platform.graph.ListSize;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Channel accounts in the graph. */
@GraphQLApi
public class ChannelGraph {
    private final CurrentCaller callers;
    private final ChannelStore store;

    public ChannelGraph(CurrentCaller callers, ChannelStore store) {
        this.callers = callers;
        this.store = store;
    }

    @ListSize(assumedSize = 10)
    @Query("channelAccounts")
    @NonNull
    @Description("Channel accounts of the organisation by name.")
    public Uni<List<@NonNull ChannelAccount>> channelAccounts() {
        return store.all(callers.get().tenant()).map(all -> all);
    }

    @Resolver
    public Uni<List<ChannelAccount>> channelAccountsById(@Name("id") List<String> id) {
        List<UUID> ids =
                id.stream().map(one -> GlobalId.uuid(ChannelAccount.TYPE, one)).toList();
        return store.byId(callers.get().tenant(), ids).map(found -> InKeyOrder.of(id, found, ChannelAccount::id));
    }
}
