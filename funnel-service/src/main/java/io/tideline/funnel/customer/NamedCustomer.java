package io.tideline.funnel.customer;

import io.tideline.platform.sql.Ids;
import java.util.UUID;

/** A customer as a fact names it. */
public record NamedCustomer(UUID id, String externalId) {
    public static NamedCustomer of(String tenant, String externalId) {
        return new NamedCustomer(Ids.uuid(tenant, "customer", externalId), externalId);
    }
}
