package io.tideline.survey.link;

import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.GlobalId;
import io.tideline.survey.contact.ContactScope;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/**
 * @param customerId local id
 * @param externalId the organisation's own id
 */
@Type("WithheldLink")
@Description("A customer who is not to be asked now.")
@Cost(weight = 0)
public record WithheldLink(
        @Ignore UUID customerId,
        @Ignore String externalId,
        @NonNull @Description("The contact rule in the way.") ContactScope reason,
        @NonNull
                @Description(
                        "From when on no rule is in the way, unless the customer is asked something else meanwhile.")
                Instant until) {

    @Id
    @NonNull
    @Description("Global id of the customer.")
    public String getCustomer() {
        return GlobalId.of("Customer", customerId);
    }
}
