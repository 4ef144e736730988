package io.tideline.roi.value;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import io.tideline.platform.graph.GlobalId;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A customer, as far as money goes. */
@Key(fields = @FieldSet("id"))
@Description("A customer.")
public final class Customer {
    private final UUID uuid;
    private final CustomerPage page;

    Customer(UUID uuid, CustomerPage page) {
        this.uuid = uuid;
        this.page = page;
    }

    @Id
    @NonNull
    @Description("Global id.")
    public String getId() {
        return GlobalId.of("Customer", uuid);
    }

    UUID uuid() {
        return uuid;
    }

    CustomerPage page() {
        return page;
    }
}
