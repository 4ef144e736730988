package io.tideline.customer.node;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A campaign, known here by its id alone; all else is asked of the revenue service. */
@Key(fields = @FieldSet("id"), resolvable = false)
@Description("A campaign.")
public record Campaign(String id) implements Node {
    @Override
    @Id
    @NonNull
    @Description("Global id.")
    public String getId() {
        return id;
    }
}
