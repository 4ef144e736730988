package io.tideline.survey.link;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is at the public door, proved by a token.
 *
 * @param survey local id of the survey they came for
 * @param customer local id
 * @param externalId the organisation's own id of the customer where the token says it; such a customer may be new here
 * @param response key of the one answer that the token may give; null where it may give any
 */
public record Trusted(
        String tenant, UUID survey, UUID customer, @Nullable String externalId, @Nullable String response) {}
