package io.tideline.customer.node;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** Whatever has a global id. */
@Description("Whatever has a global id.")
public interface Node {
    @Id
    @NonNull
    @Description("Global id, opaque to clients.")
    String getId();
}
