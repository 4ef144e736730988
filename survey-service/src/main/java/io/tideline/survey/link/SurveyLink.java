package io.tideline.survey.link;

import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.GlobalId;
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
@Type("SurveyLink")
@Description(
        "A link that lets one customer answer one survey once. What it signs stands behind the #, which browsers send to nobody.")
@Cost(weight = 0)
public record SurveyLink(
        @Ignore UUID customerId,
        @Ignore String externalId,
        @NonNull @Description("Address of the page; with &score=9 behind it that step is chosen already.") String url,
        @NonNull @Description("Key of the answer that the link gives; deliveries name it as their response.")
                String response,
        @NonNull @Description("When it expires.") Instant expiresAt) {

    @Id
    @NonNull
    @Description("Global id of the customer.")
    public String getCustomer() {
        return GlobalId.of("Customer", customerId);
    }
}
