package io.tideline.survey.response;

import io.tideline.survey.door.DoorSurveys;
import io.tideline.survey.link.Trusted;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who brings an answer to the public door, and to which survey.
 *
 * @param customer local id; null where nobody proved to be one
 * @param externalId the organisation's own id where a token told it; such a customer may be new here
 * @param link key of the one answer that a link gives; null without one
 */
record Giver(String tenant, UUID survey, @Nullable UUID customer, @Nullable String externalId, @Nullable String link) {

    static Giver of(Trusted trusted) {
        return new Giver(
                trusted.tenant(), trusted.survey(), trusted.customer(), trusted.externalId(), trusted.response());
    }

    static Giver nobody(DoorSurveys.Found found) {
        return new Giver(found.tenant(), found.survey(), null, null, null);
    }
}
