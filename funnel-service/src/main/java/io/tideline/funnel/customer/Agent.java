package io.tideline.funnel.customer;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** An agent, of whom customer-service knows all but what funnels say. */
@Key(fields = @FieldSet("id"))
@Description("Somebody who looks after customers.")
public record Agent(@Id @NonNull @Description("Global id.") String id) {
    public static final String TYPE = "Agent";
}
