package io.tideline.customer.customer;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.tideline.customer.node.Node;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the organisation serves.
 *
 * @param links what the customer is connected with, by local id
 */
@Key(fields = @FieldSet("id"))
@RequiresScopes(scopes = @ScopeGroup(@ScopeItem("customer:read")))
@Description("Somebody whom the organisation serves. A lead sees the own team's customers, an agent the own ones.")
public record Customer(
        String id,
        @NonNull @Description("The organisation's own id of the customer.") String externalId,
        @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("pii:read")))
                @Nullable
                @Description("Name; needs the scope pii:read.")
                String name,
        @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("pii:read")))
                @Nullable
                @Description("E-mail address; needs the scope pii:read.")
                String email,
        @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("pii:read")))
                @Nullable
                @Description("Phone number; needs the scope pii:read.")
                String phone,
        @Nullable @Description("Market the customer belongs to.") String market,
        @Nullable @Description("Language the customer is served in, as recorded.") String language,
        @Nullable @Description("Source the customer came from.") String source,
        @Nullable @Description("When the customer was won as a contact.") Instant acquiredAt,
        @Description("True while the customer is only heard of: facts name it, but nobody has described it yet.")
                boolean placeholder,
        @Ignore Links links)
        implements Node {
    /** Name of the type in global ids. */
    public static final String TYPE = "Customer";

    /** Kind under which local ids are made. */
    public static final String KIND = "customer";

    @Override
    @Id
    @NonNull
    @Description("Global id.")
    public String getId() {
        return id;
    }
}
