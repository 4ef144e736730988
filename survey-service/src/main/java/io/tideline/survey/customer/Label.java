package io.tideline.survey.customer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param team the team of an agent, or null
 *  @param name null while only the external id is known */
record Label(LabelKind kind, UUID id, String externalId, @Nullable String name, @Nullable UUID team) {
    static Label met(String tenant, LabelKind kind, String externalId) {
        return new Label(kind, kind.id(tenant, externalId), externalId, null, null);
    }
}
