package io.tideline.survey.response;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** @param uuid local id
 *  @param asked the customers that were asked for together with this one */
@Key(fields = @FieldSet("id"))
@Description("A customer, here with its answers to surveys.")
public record Customer(
        @Id @NonNull @Description("Global id.") String id, @Ignore UUID uuid, @Ignore CustomersAsked asked) {}
