package io.tideline.funnel.customer;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.tideline.platform.graph.GlobalId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A customer, of whom customer-service knows all but what funnels say. */
@Key(fields = @FieldSet("id"))
@RequiresScopes(scopes = @ScopeGroup(@ScopeItem("customer:read")))
@Description("Somebody whom the organisation serves.")
public record Customer(@Id @NonNull @Description("Global id.") String id, @Ignore Peers peers) {
    public static final String TYPE = "Customer";

    /** Of ids, in their order. */
    public static List<Customer> all(List<String> ids) {
        Peers peers = Peers.of(TYPE, ids);
        return ids.stream().map(id -> new Customer(id, peers)).toList();
    }

    public UUID uuid() {
        return GlobalId.uuid(TYPE, id);
    }
}
